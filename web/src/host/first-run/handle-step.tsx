import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../shared/api.ts';
import { type Me, useChangeMe } from '../data/me.ts';
import { sentenceOf } from '../parts/problem-words.ts';
import { typed } from '../parts/typed.ts';

/** Choose the address guests will know. */
export function HandleStep({ me, onDone }: { readonly me: Me; readonly onDone: () => void }) {
  const [handle, setHandle] = useState(me.handle);
  const change = useChangeMe();
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    if (handle === me.handle) onDone();
    else change.mutate({ handle }, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submitted} noValidate>
      <Group align="flex-end" gap="sm">
        <TextInput
          label="Handle"
          description={`Guests book you at ${window.location.host}/${handle}`}
          style={{ flex: '1 1 220px' }}
          maxLength={40}
          value={handle}
          onChange={typed((text) => setHandle(text.toLowerCase()))}
          error={change.isError && wordsOf(change.error)}
        />
        <Button type="submit" loading={change.isPending}>
          {handle === me.handle ? 'Keep this' : 'Save'}
        </Button>
      </Group>
    </form>
  );
}

const wordsOf = (error: unknown) => (error instanceof ApiProblem && error.errors[0]?.detail) || sentenceOf(error);
