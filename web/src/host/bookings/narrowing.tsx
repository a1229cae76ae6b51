import { Button, Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { eventTypesQuery } from '../data/event-types.ts';
import { typed } from '../parts/inputs.tsx';
import { t } from '../text.ts';

/** What a list of bookings is narrowed to; undefined: to nothing. */
interface Narrowed {
  readonly eventType: string | undefined;
  /** Dates, inclusive, in the host's zone. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

interface Props {
  readonly values: Narrowed;
  readonly onChange: (changes: Partial<Narrowed>) => void;
}

const orUndefined = (text: string | null) => (text === null || text === '' ? undefined : text);

/** Narrows a list of bookings to an event type and to dates. */
export function Narrowing({ values: { eventType, from, to }, onChange }: Props) {
  const eventTypes = useQuery(eventTypesQuery).data ?? [];
  const isNarrowed = (eventType ?? from ?? to) !== undefined;
  return (
    <Group gap="sm" mb="md" align="flex-end">
      <Select
        label={t('common.eventType')}
        placeholder={t('bookings.allTypes')}
        data={eventTypes.map(({ id, title }) => ({ value: id, label: title }))}
        value={eventType ?? null}
        onChange={(next) => onChange({ eventType: orUndefined(next) })}
        flex="1 1 180px"
        maw={{ sm: 260 }}
      />
      <TextInput
        label={t('bookings.from')}
        type="date"
        value={from ?? ''}
        onChange={typed((date) => onChange({ from: orUndefined(date) }))}
      />
      <TextInput
        label={t('bookings.to')}
        type="date"
        value={to ?? ''}
        onChange={typed((date) => onChange({ to: orUndefined(date) }))}
      />
      {isNarrowed && (
        <Button variant="subtle" onClick={() => onChange({ eventType: undefined, from: undefined, to: undefined })}>
          {t('bookings.clear')}
        </Button>
      )}
    </Group>
  );
}
