import { Select } from '@mantine/core';
import type { Integration } from '../data/integrations.ts';
import { Icon } from '../parts/icons.tsx';
import { locationIcon, locationName, OWN_LOCATIONS } from './locations.ts';

interface Props {
  readonly kind: string;
  readonly integrations: readonly Integration[];
  readonly onChange: (kind: string) => void;
  readonly error: string | undefined;
}

/** Platforms first, each with whether it is connected; then places of one's own. */
export function LocationSelect({ kind, integrations, onChange, error }: Props) {
  const platforms = integrations.map(({ provider, name }) => ({ value: provider, label: name }));
  const known = platforms.length === 0 ? [{ value: kind, label: locationName(kind) }] : platforms;
  const others = OWN_LOCATIONS.map((own) => ({ value: own.kind, label: own.name }));
  const isOwn = OWN_LOCATIONS.some((own) => own.kind === kind);
  return (
    <Select
      label="Location"
      value={kind}
      onChange={(next) => next !== null && onChange(next)}
      error={error}
      leftSection={<Icon name={locationIcon(kind)} size={18} />}
      data={[
        { group: 'Meeting platforms', items: isOwn && platforms.length === 0 ? [] : known },
        { group: 'Other places', items: others },
      ]}
    />
  );
}
