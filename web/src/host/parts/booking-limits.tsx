import { Switch } from '@mantine/core';
import { NumberField, ticked } from './inputs.tsx';
import type { Draft } from './use-draft.ts';
import { t } from '../text.ts';

/** The most bookings of a period; null where there is no limit. */
export interface Limits {
  readonly maxPerDay: number | null;
  readonly maxPerWeek: number | null;
  readonly maxPerMonth: number | null;
}

const LIMITS = [
  { field: 'maxPerDay', period: 'day', usual: 4 },
  { field: 'maxPerWeek', period: 'week', usual: 15 },
  { field: 'maxPerMonth', period: 'month', usual: 50 },
] as const;

/** How many bookings a day, a week and a month may have, each with a switch of its own. */
export function BookingLimits({ draft }: { readonly draft: Pick<Draft<Limits>, 'values' | 'set' | 'error'> }) {
  return LIMITS.map(({ field, period, usual }) => {
    const most = draft.values[field];
    return (
      <div key={field}>
        <Switch
          label={t(`parts.limit.${period}`)}
          checked={most !== null}
          onChange={ticked((on) => draft.set(field, on ? usual : null))}
        />
        {most !== null && (
          <NumberField
            label={t(`parts.most.${period}`)}
            value={most}
            onChange={(number) => draft.set(field, number)}
            min={1}
            max={10_000}
            maw={200}
            mt="xs"
            error={draft.error(`/${field}`)}
          />
        )}
      </div>
    );
  });
}
