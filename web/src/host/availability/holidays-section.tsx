import { Box, Checkbox, Group, Select, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { holidayCountriesQuery, holidaysQuery } from '../data/holidays.ts';
import type { Me } from '../data/me.ts';
import { longDate } from '../parts/dates.ts';
import { DraftForm, SaveDraft, useProfileDraft } from '../parts/draft-form.tsx';
import { ticked } from '../parts/inputs.tsx';
import { Loading, PlainList, Section } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { t } from '../text.ts';

type Choice = NonNullable<Me['holidays']>;

/** Until a country is chosen. */
const NO_COUNTRY = '';

const choiceOf = ({ holidays }: Me) => ({ holidays });

/** Public holidays, on which guests cannot book the host. */
export function HolidaysSection({ me }: { readonly me: Me }) {
  const { draft, change, save } = useProfileDraft(me, choiceOf);
  const { holidays } = draft.values;
  const choose = (choice: Choice | null) => draft.set('holidays', choice);
  const isWhole = holidays?.country !== NO_COUNTRY;
  return (
    <DraftForm draft={draft} onSave={() => save(draft.changes, () => tell(t('availability.holidays.saved')))}>
      <Section title={t('availability.holidays.title')} hint={t('availability.holidays.hint')}>
        <Switch
          label={t('availability.holidays.on')}
          checked={holidays !== null}
          onChange={ticked((on) =>
            choose(on ? (me.holidays ?? { country: NO_COUNTRY, region: null, worked: [] }) : null),
          )}
        />
        {holidays !== null && <PlaceChoice choice={holidays} onChange={choose} />}
        {holidays !== null && isWhole && <HolidayList choice={holidays} onChange={choose} />}
        {/* No field says itself what is refused. */}
        <SaveDraft draft={{ ...draft, dirty: draft.dirty && isWhole, pointers: [] }} change={change}>
          {t('availability.holidays.save')}
        </SaveDraft>
      </Section>
    </DraftForm>
  );
}

interface ChoiceProps {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

const optionsOf = (named: readonly { code: string; name: string }[]) =>
  named.map(({ code, name }) => ({ value: code, label: name }));

function PlaceChoice({ choice: { country, region }, onChange }: ChoiceProps) {
  const countries = useQuery(holidayCountriesQuery);
  const { data: { regions } = { regions: [] } } = useHolidays({ country, region });
  if (countries.isError) return <ProblemNotice error={countries.error} onRetry={() => void countries.refetch()} />;
  return (
    <Group align="flex-start" gap="sm">
      <Select
        style={{ flex: '1 1 220px' }}
        label={t('availability.holidays.country')}
        data={optionsOf(countries.data ?? [])}
        value={country}
        onChange={(code) => code !== null && onChange({ country: code, region: null, worked: [] })}
        searchable
        selectFirstOptionOnChange
        autoComplete="off"
      />
      {regions.length > 0 && (
        <Select
          style={{ flex: '1 1 220px' }}
          label={t('availability.holidays.region')}
          data={[{ value: '', label: t('availability.holidays.wholeCountry') }, ...optionsOf(regions)]}
          value={region ?? ''}
          onChange={(code) => onChange({ country, region: code === '' ? null : code, worked: [] })}
          searchable
          selectFirstOptionOnChange
          autoComplete="off"
        />
      )}
    </Group>
  );
}

/** While another region of the country is loaded, the one before stays. */
const useHolidays = ({ country, region }: Pick<Choice, 'country' | 'region'>) =>
  useQuery({
    ...holidaysQuery(country, region),
    enabled: country !== NO_COUNTRY,
    placeholderData: (before, query) => (query?.queryKey[1] === country ? before : undefined),
  });

function HolidayList({ choice, onChange }: ChoiceProps) {
  const holidays = useHolidays(choice);
  if (holidays.isPending) return <Loading rows={4} height={40} />;
  if (holidays.isError) return <ProblemNotice error={holidays.error} onRetry={() => void holidays.refetch()} />;
  const worksOn = (date: string, works: boolean) => {
    const others = choice.worked.filter((one) => one !== date);
    onChange({ ...choice, worked: works ? [...others, date].toSorted() : others });
  };
  return (
    <PlainList label={t('availability.holidays.list')}>
      {holidays.data.items.map(({ date, name }) => (
        <Group component="li" key={date} justify="space-between" gap="xs">
          <Box miw={0} style={{ flex: '1 1 200px' }} translate="no">
            <Text fw={550}>{name}</Text>
            <Text size="sm" c="dimmed">
              {longDate(date)}
            </Text>
          </Box>
          <Checkbox
            label={t('availability.holidays.work')}
            aria-label={t('availability.holidays.workOn', { name, day: longDate(date) })}
            checked={choice.worked.includes(date)}
            onChange={ticked((works) => worksOn(date, works))}
          />
        </Group>
      ))}
    </PlainList>
  );
}
