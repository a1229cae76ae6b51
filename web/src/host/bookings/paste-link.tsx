import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type HostBooking, useBookingAction } from '../data/bookings.ts';
import { ApiProblem } from '../../shared/api.ts';
import { sentenceOf } from '../parts/problem-words.ts';
import { tell } from '../parts/tell.tsx';
import { typed } from '../parts/typed.ts';

/** A link the host brings along; it wins over the platform's. */
export function PasteLink({ booking }: { readonly booking: HostBooking }) {
  const action = useBookingAction(booking);
  const [url, setUrl] = useState('');
  const submitted = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await action.mutateAsync({ verb: 'link', url: url.trim() });
      // By now this form may have made room for the link.
      setUrl('');
      tell('Your link is on the booking and is mailed to your guest.');
    } catch {
      // The field says it.
    }
  };
  return (
    <form onSubmit={(event) => void submitted(event)} noValidate>
      <Group gap="sm" align="flex-end">
        <TextInput
          label="Paste a link of your own"
          description="It is saved on the booking and mailed to your guest."
          type="url"
          inputMode="url"
          placeholder="https://…"
          style={{ flex: '1 1 200px' }}
          value={url}
          onChange={typed(setUrl)}
          error={action.isError && wordsOf(action.error)}
        />
        <Button type="submit" variant="default" loading={action.isPending} disabled={url.trim() === ''}>
          Use this link
        </Button>
      </Group>
    </form>
  );
}

const wordsOf = (error: unknown) =>
  (error instanceof ApiProblem && error.errors.find(({ pointer }) => pointer === '/url')?.detail) || sentenceOf(error);
