import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../parts/icons.tsx';
import { sentenceOf } from '../parts/problem-notice.tsx';

/** In the form's column below its buttons, which so stay where they are. */
const BELOW = { order: 1 };

/** Why a form's request was refused; nothing where it was not. */
export function Refused({ error }: { readonly error: unknown }) {
  if (error === null) return null;
  return (
    <Alert style={BELOW} color="red" role="alert" icon={<Icon name="alert" />} c="inherit">
      {sentenceOf(error)}
    </Alert>
  );
}

/** What to look for in the mailbox now. */
export function Mailed({ children }: { readonly children: ReactNode }) {
  return (
    <Alert style={BELOW} color="pine" role="status" icon={<Icon name="mail" />} c="inherit">
      {children}
    </Alert>
  );
}
