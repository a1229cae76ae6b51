import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Integration, integrationsQuery } from '../data/integrations.ts';
import { Icon } from '../parts/icons.tsx';
import { typed } from '../parts/inputs.tsx';
import { Section } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import type { Draft } from '../parts/use-draft.ts';
import {
  choiceOf,
  locationIcon,
  locationName,
  OWN_LOCATIONS,
  ownLocationOf,
  type Place,
  placeOf,
} from './locations.ts';
import { PlatformState } from './platform-state.tsx';
import type { EventTypeValues } from './values.ts';
import { t } from '../text.ts';

interface LocationSectionProps {
  readonly draft: Draft<EventTypeValues>;
  readonly beforeLeaving: () => void;
}

/** Where it takes place, and where else guests may choose, each platform with its connection. */
export function LocationSection({ draft, beforeLeaving }: LocationSectionProps) {
  const integrations = useQuery(integrationsQuery);
  const { location, furtherLocations } = draft.values;
  const all = [location, ...furtherLocations];
  const free = freeChoice(all, integrations.data ?? []);
  const shared = { draft, integrations: integrations.data ?? [], beforeLeaving };
  const setFurther = (next: readonly Place[]) => draft.set('furtherLocations', [...next]);
  return (
    <Section title={t('types.where')}>
      <PlaceFields
        {...shared}
        label={t('common.location')}
        pointer="/location"
        place={location}
        others={furtherLocations}
        onChange={(next) => draft.set('location', next)}
      />
      {integrations.isError && <ProblemNotice error={integrations.error} onRetry={() => void integrations.refetch()} />}
      {furtherLocations.map((place, index) => (
        // A place has no identity of its own but its order.
        <Stack key={`${index}-${furtherLocations.length}`} gap="sm">
          <PlaceFields
            {...shared}
            label={t('types.locationNumber', { number: index + 2 })}
            pointer={`/furtherLocations/${index}`}
            place={place}
            others={all.toSpliced(index + 1, 1)}
            onChange={(next) => setFurther(furtherLocations.with(index, next))}
          />
          <Button
            variant="default"
            size="xs"
            style={{ alignSelf: 'flex-start' }}
            onClick={() => setFurther(furtherLocations.toSpliced(index, 1))}
          >
            {t('types.removeLocation', { number: index + 2 })}
          </Button>
        </Stack>
      ))}
      {free !== undefined && (
        <Button
          variant="default"
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => setFurther([...furtherLocations, free])}
        >
          {t('types.addLocation')}
        </Button>
      )}
      {furtherLocations.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('types.guestsChooseLocation')}
        </Text>
      )}
    </Section>
  );
}

interface PlaceProps {
  readonly draft: Draft<EventTypeValues>;
  readonly integrations: readonly Integration[];
  readonly beforeLeaving: () => void;
  readonly label: string;
  /** Where the server's words about it point to. */
  readonly pointer: string;
  readonly place: Place;
  /** Those that guests can choose already. */
  readonly others: readonly Place[];
  readonly onChange: (place: Place) => void;
}

/** One place: its kind, and the link, number or address that belongs to it. */
function PlaceFields(props: PlaceProps) {
  const { draft, integrations, beforeLeaving, label, pointer, place, others, onChange } = props;
  const { value = '', ...elsewhere } = place;
  const { kind, label: guestsLabel = '', ...unnamed } = place;
  const own = ownLocationOf(place);
  const isAlike = others.some((other) => choiceOf(other) === choiceOf(place));
  const platform = integrations.find(({ provider }) => provider === kind);
  const isNeeded = own?.needsValue === true;
  return (
    <>
      <LocationSelect
        label={label}
        place={place}
        others={others}
        integrations={integrations}
        onChange={onChange}
        error={draft.error(`${pointer}/kind`) ?? draft.error(pointer)}
      />
      {platform !== undefined && (
        <PlatformState key={platform.provider} integration={platform} beforeLeaving={beforeLeaving} />
      )}
      {own !== undefined && own.asks === null && (
        <Text size="sm" c="dimmed">
          {t(own.example)}
        </Text>
      )}
      {own !== undefined && own.asks !== null && (
        <TextInput
          label={t(own.asks)}
          required={isNeeded}
          withAsterisk={false}
          placeholder={t(own.example)}
          maxLength={500}
          value={value}
          onChange={typed((text) => onChange(text === '' && !isNeeded ? elsewhere : { ...elsewhere, value: text }))}
          error={draft.error(`${pointer}/value`)}
        />
      )}
      {own !== undefined && (isAlike || guestsLabel !== '') && (
        <TextInput
          label={t('types.places.label')}
          description={t('types.places.labelHint')}
          maxLength={60}
          value={guestsLabel}
          onChange={typed((text) => onChange(text === '' ? { kind, ...unnamed } : { kind, ...unnamed, label: text }))}
          error={draft.error(`${pointer}/label`)}
        />
      )}
    </>
  );
}

interface LocationSelectProps extends Pick<PlaceProps, 'label' | 'place' | 'others' | 'integrations' | 'onChange'> {
  readonly error: string | undefined;
}

/** Platforms first, each with whether it is connected; then places of one's own. */
function LocationSelect({ label, place, others, integrations, onChange, error }: LocationSelectProps) {
  const { kind } = place;
  const chosen = ownLocationOf(place);
  const isFree = ({ value }: { readonly value: string }) => !others.some((other) => choiceOf(other) === value);
  const platforms = integrations.map(({ provider, name }) => ({ value: provider, label: name }));
  const known = platforms.length === 0 ? [{ value: kind, label: locationName(kind) }] : platforms;
  const own = OWN_LOCATIONS.map(({ id, choice }) => ({ value: id, label: t(choice) }));
  return (
    <Select
      label={label}
      value={choiceOf(place)}
      onChange={(next) => next !== null && onChange(placeOf(next))}
      error={error}
      leftSection={<Icon name={locationIcon(kind)} size={18} />}
      data={[
        {
          group: t('integrations.platforms'),
          items: chosen !== undefined && platforms.length === 0 ? [] : known.filter(isFree),
        },
        { group: t('types.otherPlaces'), items: own },
      ]}
    />
  );
}

/** So many an event type takes. */
const MOST_PLACES = 10;

/** A place that guests cannot choose yet, a connected platform rather than others; where all are taken another address. */
function freeChoice(taken: readonly Place[], integrations: readonly Integration[]): Place | undefined {
  if (taken.length >= MOST_PLACES) return undefined;
  const connected = integrations.filter(({ status }) => status === 'connected').map(({ provider }) => provider);
  const known = integrations.map(({ provider }) => provider);
  const choices = [...connected, 'phone-host', 'in_person', 'link', 'phone-guest', ...known];
  const free = choices.find((choice) => !taken.some((place) => choiceOf(place) === choice));
  return placeOf(free ?? 'in_person');
}
