import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';

interface Props extends Omit<NumberInputProps, 'value' | 'onChange' | 'onFocus' | 'onBlur'> {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number that can be emptied to type another; left empty, it is again what it was. */
export function NumberField({ value, onChange, ...props }: Props) {
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
