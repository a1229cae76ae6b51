import { Group, Input, NativeSelect } from '@mantine/core';
import { useId, useState } from 'react';
import { NumberField } from './number-field.tsx';

const UNITS = [
  { name: 'minutes', size: 1 },
  { name: 'hours', size: 60 },
  { name: 'days', size: 1_440 },
] as const;

type Unit = (typeof UNITS)[number]['name'];

interface Props {
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
}: Props) {
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
        aria-label={`Unit of: ${label}`}
        value={unit}
        onChange={({ currentTarget }) => switched(currentTarget.value as Unit)}
        data={UNITS.map(({ name }) => name)}
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
