import { Button, type ButtonProps } from '@mantine/core';
import { Link, type LinkComponentProps } from '@tanstack/react-router';

type AddressProps = Omit<LinkComponentProps, 'to' | 'search'> & { readonly date: string };

const WeekAddress = ({ date, ...props }: AddressProps) => <Link {...props} to="/bookings" search={{ week: date }} />;

/** Leads to the week that a date is in. */
export function WeekLink({ date, ...props }: ButtonProps & { readonly date: string }) {
  return <Button component={WeekAddress} date={date} variant="default" {...props} />;
}
