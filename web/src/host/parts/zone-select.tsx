import { type OptionsFilter, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { searchZones, type ZoneChoice, zoneChoices } from '../../shared/zone-search.ts';
import { cityOf, zoneToday } from '#domain/zone-names.ts';
import { offsetIn } from '#domain/wall-clock.ts';
import { browserZone, knownZone } from '../../shared/zones.ts';
import { rich, t } from '../text.ts';

interface Props {
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly label?: string;
  readonly description?: string;
  readonly error?: string | undefined;
}

/** Picks a time zone by city, country, name or offset; the present one and the browser's own come first. */
export function ZoneSelect({ value, onChange, label = t('common.timeZone'), description, error }: Props) {
  // The list costs a few dozen milliseconds; they are spent only when it is opened.
  const [opened, setOpened] = useState(false);
  const choices = useMemo(() => (opened ? zoneChoices() : []), [opened]);
  const data = useMemo(() => options(value, choices), [value, choices]);
  return (
    <Select
      label={label}
      description={description}
      error={error}
      data={data}
      value={value}
      onChange={(zone) => zone !== null && onChange(zone)}
      onDropdownOpen={() => setOpened(true)}
      searchable
      selectFirstOptionOnChange
      filter={byPlace(choices)}
      limit={60}
      nothingFoundMessage={t('parts.noZone')}
      autoComplete="off"
    />
  );
}

const option = (zone: string) => ({
  value: zone,
  label: zone.includes('/') ? `${cityOf(zone)} · ${zoneLabel(zone)}` : zoneLabel(zone),
});

function options(value: string, choices: readonly ZoneChoice[]) {
  const first = choices.length === 0 ? [value] : [...new Set([value, browserZone() ?? value])];
  return [...first, ...choices.map(({ zone }) => zone).filter((zone) => !first.includes(zone))].map(option);
}

const byPlace =
  (choices: readonly ZoneChoice[]): OptionsFilter =>
  ({ options, search, limit }) => {
    const flat = options.filter((one) => 'value' in one);
    if (search.trim() === '') return flat.slice(0, limit);
    const known = new Map(flat.map((one) => [one.value, one]));
    return searchZones(choices, search)
      .flatMap(({ zone }) => known.get(zone) ?? [])
      .slice(0, limit);
  };

/** Which zone the times of a page are in. */
export const ZoneNote = ({ zone }: { readonly zone: string }) => (
  <>{rich('parts.allTimesIn', { zone: zoneLabel(zone) })}</>
);

/** "Europe/Berlin (GMT+1)": how a zone is named beside a host's times. */
export function zoneLabel(timeZone: string, at = new Date()): string {
  const zone = knownZone(timeZone);
  return zone === 'UTC' ? zone : `${zoneToday(zone).replaceAll('_', ' ')} (${offsetIn(zone, at.getTime())})`;
}
