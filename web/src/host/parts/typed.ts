import type { ChangeEvent } from 'react';

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
