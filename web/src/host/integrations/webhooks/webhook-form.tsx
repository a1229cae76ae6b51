import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { NewWebhook } from '../../data/webhooks.ts';
import { typed } from '../../parts/inputs.tsx';
import { errorAt, ProblemNotice } from '../../parts/problem-notice.tsx';
import { t, type Words } from '../../text.ts';

type EventName = NewWebhook['events'][number];

const EVENTS: readonly (readonly [EventName, Words])[] = [
  ['booking.requested', 'webhooks.on.requested'],
  ['booking.confirmed', 'webhooks.on.confirmed'],
  ['booking.rescheduled', 'webhooks.on.rescheduled'],
  ['booking.cancelled', 'webhooks.on.cancelled'],
  ['booking.declined', 'webhooks.on.declined'],
  ['booking.completed', 'webhooks.on.completed'],
  ['booking.no_show', 'webhooks.on.noShow'],
  ['conference.ready', 'webhooks.on.linkReady'],
  ['conference.failed', 'webhooks.on.linkFailed'],
  ['connection.reconnect_needed', 'webhooks.on.reconnect'],
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
          label={t('webhooks.address')}
          placeholder={EXAMPLE}
          autoComplete="off"
          spellCheck={false}
          value={url}
          onChange={typed(setUrl)}
          error={errorAt(error, '/url')}
          required
          autoFocus
        />
        <Checkbox.Group
          label={t('webhooks.eventsLabel')}
          value={chosen}
          onChange={setChosen}
          error={errorAt(error, '/events')}
          required
        >
          <Stack gap="xs" mt="xs">
            {EVENTS.map(([name, words]) => (
              <Checkbox key={name} value={name} label={t(words)} />
            ))}
          </Stack>
        </Checkbox.Group>
        {error !== null && <ProblemNotice error={error} placed={['/url', '/events']} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const EXAMPLE = 'https://crm.example.com/insytical';
const DEFAULT = ['booking.confirmed', 'booking.rescheduled', 'booking.cancelled'];
