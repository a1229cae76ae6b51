import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { NewWebhook } from '../../data/webhooks.ts';
import { typed } from '../../parts/inputs.tsx';
import { errorAt, ProblemNotice } from '../../parts/problem-notice.tsx';

type EventName = NewWebhook['events'][number];

const EVENTS: readonly (readonly [EventName, string])[] = [
  ['booking.requested', 'A guest asks for a time that you have to confirm'],
  ['booking.confirmed', 'A booking is confirmed'],
  ['booking.rescheduled', 'A booking moves to another time'],
  ['booking.cancelled', 'A booking is cancelled'],
  ['booking.declined', 'You decline a request, or it expires'],
  ['booking.completed', 'A meeting is over'],
  ['booking.no_show', 'You mark a guest as a no-show'],
  ['conference.ready', 'A meeting gets its link'],
  ['conference.failed', 'A meeting gets no link'],
  ['connection.reconnect_needed', 'A meeting platform has to be reconnected'],
];

interface Props {
  readonly submit: string;
  readonly url?: string;
  readonly events?: readonly string[];
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onSubmit: (wanted: NewWebhook) => void;
  readonly onCancel: () => void;
}

/** Where events are sent, and which. */
export function WebhookForm({ submit, url: known = '', events = DEFAULT, error, isPending, ...props }: Props) {
  const [url, setUrl] = useState(known);
  const [chosen, setChosen] = useState<string[]>([...events]);
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit({ url, events: EVENTS.map(([name]) => name).filter((name) => chosen.includes(name)) });
  };
  return (
    <form onSubmit={submitted} noValidate>
      <Stack maw={520}>
        <TextInput
          type="url"
          label="Address"
          placeholder="https://crm.example.com/insytical"
          autoComplete="off"
          spellCheck={false}
          value={url}
          onChange={typed(setUrl)}
          error={errorAt(error, '/url')}
          required
          autoFocus
        />
        <Checkbox.Group label="Events" value={chosen} onChange={setChosen} error={errorAt(error, '/events')} required>
          <Stack gap="xs" mt="xs">
            {EVENTS.map(([name, words]) => (
              <Checkbox key={name} value={name} label={words} />
            ))}
          </Stack>
        </Checkbox.Group>
        {error !== null && <ProblemNotice error={error} placed={['/url', '/events']} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const DEFAULT = ['booking.confirmed', 'booking.rescheduled', 'booking.cancelled'];
