import { SimpleGrid, Switch } from '@mantine/core';
import { MinutesInput } from '../parts/minutes-input.tsx';
import { NumberField } from '../parts/number-field.tsx';
import { Section } from '../parts/section.tsx';
import { ticked } from '../parts/typed.ts';
import type { Draft } from '../parts/use-draft.ts';
import type { EventTypeValues } from './blank.ts';

/** In minutes, as the API has it. */
const LEAST_INTERVAL = 5;

/** Room around meetings and how many there may be. */
export function LimitsSection({ draft }: { readonly draft: Draft<EventTypeValues> }) {
  const { slotIntervalMinutes, maxPerDay, durationMinutes } = draft.values;
  return (
    <Section title="Buffers and limits">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <MinutesInput
          label="Buffer before"
          description="Kept free before each meeting."
          max={1_440}
          {...draft.field('bufferBeforeMinutes')}
        />
        <MinutesInput
          label="Buffer after"
          description="Kept free after each meeting."
          max={1_440}
          {...draft.field('bufferAfterMinutes')}
        />
      </SimpleGrid>
      <Switch
        label="Offer start times at another interval than the duration"
        checked={slotIntervalMinutes !== null}
        onChange={ticked((on) =>
          draft.set('slotIntervalMinutes', on ? Math.max(LEAST_INTERVAL, Math.min(15, durationMinutes)) : null),
        )}
      />
      {slotIntervalMinutes !== null && (
        <MinutesInput
          label="A start time every"
          description={`At least ${LEAST_INTERVAL} minutes.`}
          min={LEAST_INTERVAL}
          max={1_440}
          value={slotIntervalMinutes}
          onChange={(minutes) => draft.set('slotIntervalMinutes', minutes)}
          error={draft.error('/slotIntervalMinutes')}
        />
      )}
      <Switch
        label="Limit bookings per day"
        checked={maxPerDay !== null}
        onChange={ticked((on) => draft.set('maxPerDay', on ? 4 : null))}
      />
      {maxPerDay !== null && (
        <NumberField
          label="Bookings per day, at most"
          value={maxPerDay}
          onChange={(number) => draft.set('maxPerDay', number)}
          min={1}
          max={1_000}
          maw={200}
          error={draft.error('/maxPerDay')}
        />
      )}
    </Section>
  );
}
