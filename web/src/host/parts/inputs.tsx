import { type ChangeEvent, useId, useState } from 'react';
import {
  Alert,
  Group,
  Input,
  NativeSelect,
  NumberInput,
  type NumberInputProps,
  PasswordInput,
  type PasswordInputProps,
  Text,
} from '@mantine/core';
import { Icon } from './icons.tsx';
import { t } from '../text.ts';

/** Turns a text input's event into its text. */
export const typed =
  (onChange: (text: string) => void) =>
  ({ currentTarget }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    onChange(currentTarget.value);

/** Turns a checkbox's event into whether it is ticked. */
export const ticked =
  (onChange: (on: boolean) => void) =>
  ({ currentTarget }: ChangeEvent<HTMLInputElement>) =>
    onChange(currentTarget.checked);

const UNITS = [
  { name: 'minutes', size: 1 },
  { name: 'hours', size: 60 },
  { name: 'days', size: 1_440 },
] as const;

type Unit = (typeof UNITS)[number]['name'];

interface MinutesInputProps {
  readonly label: string;
  readonly description?: string;
  readonly value: number;
  readonly onChange: (minutes: number) => void;
  readonly error?: string | undefined;
  readonly min?: number;
  readonly max?: number;
  /** The label stands elsewhere already. */
  readonly bare?: boolean;
}

const sizeOf = (unit: Unit) => UNITS.find(({ name }) => name === unit)?.size ?? 1;

/** The biggest unit the value is whole in. */
const unitFor = (minutes: number): Unit =>
  UNITS.toReversed().find(({ size }) => minutes > 0 && minutes % size === 0)?.name ?? 'minutes';

/** A length of time as a number and its unit. */
export function MinutesInput({
  label,
  description,
  value,
  onChange,
  error,
  min = 0,
  max = 525_600,
  bare = false,
}: MinutesInputProps) {
  const id = useId();
  const [unit, setUnit] = useState<Unit>(() => unitFor(value));
  const size = sizeOf(unit);
  // The field itself sees to `min`, once it is left: the first digit of 15 is less than 5.
  const changed = (next: number) => onChange(Math.min(max, Math.max(0, Math.round(next * size))));
  const switched = (next: Unit) => {
    setUnit(next);
    onChange(Math.min(max, Math.max(min, Math.round(value / size) * sizeOf(next))));
  };
  const shape = (
    <Group gap={6} wrap="nowrap" maw={260} mt={bare ? 0 : 4}>
      <NumberField
        id={id}
        value={value / size}
        onChange={changed}
        min={Math.ceil(min / size)}
        max={Math.floor(max / size)}
        error={error !== undefined}
        allowDecimal={value % size !== 0}
        decimalScale={2}
        style={{ flex: 1, minWidth: 72 }}
        {...(bare ? { 'aria-label': label } : {})}
      />
      <NativeSelect
        aria-label={t('parts.unitOf', { label })}
        value={unit}
        onChange={({ currentTarget }) => switched(currentTarget.value as Unit)}
        data={UNITS.map(({ name }) => ({ value: name, label: t(`parts.${name}`) }))}
      />
    </Group>
  );
  if (bare) return shape;
  return (
    <Input.Wrapper label={label} description={description} error={error} labelProps={{ htmlFor: id }}>
      {shape}
    </Input.Wrapper>
  );
}

interface NumberFieldProps extends Omit<NumberInputProps, 'value' | 'onChange' | 'onFocus' | 'onBlur'> {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number that can be emptied to type another; left empty, it is again what it was. */
export function NumberField({ value, onChange, ...props }: NumberFieldProps) {
  const [isEmpty, setEmpty] = useState(false);
  const [before, setBefore] = useState(value);
  const left = () => {
    if (isEmpty) onChange(before);
    setEmpty(false);
  };
  return (
    <NumberInput
      {...props}
      value={isEmpty ? '' : value}
      onFocus={() => setBefore(value)}
      onBlur={left}
      onChange={(next) => {
        setEmpty(next === '');
        if (next !== '') onChange(Number(next));
      }}
    />
  );
}

interface PasswordFieldProps extends Omit<PasswordInputProps, 'value' | 'onChange' | 'error' | 'id' | 'description'> {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly error?: string | undefined;
}

/** A password that can be looked at. Says of itself what Mantine's leaves out: what describes it, and that it is wrong. */
export function PasswordField({ label, description, onChange, error, ...props }: PasswordFieldProps) {
  const id = useId();
  const describedBy = [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <PasswordInput
      id={id}
      label={label}
      required
      withAsterisk={false}
      onChange={typed(onChange)}
      error={error}
      {...(description === undefined ? {} : { description })}
      {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
      {...(error === undefined ? {} : { 'aria-invalid': true })}
      visibilityToggleButtonProps={{ 'aria-label': t('parts.showField', { field: label }) }}
      {...props}
    />
  );
}

/** What is wrong with a field that has its button beside it: below both, so that the button stays where it is. */
export function ErrorBelow({ children }: { readonly children: string | undefined }) {
  if (children === undefined) return null;
  return (
    <Text size="sm" c="var(--mantine-color-error)" role="alert" mt={4}>
      {children}
    </Text>
  );
}

interface AddressEndsProps {
  /** What has another address once this is saved. Links to a page still lead there for a while. */
  readonly what: 'page' | 'eventType';
  /** The path it has now. */
  readonly address: string;
}

/** Said while an address is being changed, before it is saved: what becomes of links that were shared; what guests have been mailed keeps working. */
export function AddressEnds({ what, address }: AddressEndsProps) {
  const shared = `${window.location.host}${address}`;
  return (
    <Alert color="yellow" variant="light" role="status" icon={<Icon name="alert" />} c="inherit">
      <Text size="sm">{t('parts.addressEnds', { what, address: shared })}</Text>
    </Alert>
  );
}
