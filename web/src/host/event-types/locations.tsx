import { Button, Group, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Integration, integrationsQuery } from '../data/integrations.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Section } from '../parts/page.tsx';
import { typed } from '../parts/inputs.tsx';
import type { Draft } from '../parts/use-draft.ts';
import type { EventTypeValues } from './values.ts';
import { Icon, type IconName } from '../parts/icons.tsx';
import { Link } from '@tanstack/react-router';
import { ConnectProgress } from '../integrations/connect-progress.tsx';
import { ConnectionWords } from '../integrations/card.tsx';
import { ProviderMark } from '../integrations/provider-mark.tsx';
import { useConnect } from '../integrations/use-connect.ts';

interface LocationSectionProps {
  readonly draft: Draft<EventTypeValues>;
  readonly beforeLeaving: () => void;
}

/** Where it takes place, with the platform's connection beside it. */
export function LocationSection({ draft, beforeLeaving }: LocationSectionProps) {
  const integrations = useQuery(integrationsQuery);
  const { kind, value = '' } = draft.values.location;
  const own = ownLocationOf(draft.values.location);
  const platform = integrations.data?.find(({ provider }) => provider === kind);
  const isNeeded = own?.needsValue === true;
  const typedValue = (text: string) =>
    draft.set('location', text === '' && !isNeeded ? { kind } : { kind, value: text });
  return (
    <Section title="Where">
      <LocationSelect
        location={draft.values.location}
        integrations={integrations.data ?? []}
        onChange={(next) => draft.set('location', next)}
        error={draft.error('/location/kind') ?? draft.error('/location')}
      />
      {integrations.isError && <ProblemNotice error={integrations.error} onRetry={() => void integrations.refetch()} />}
      {platform !== undefined && (
        <PlatformState key={platform.provider} integration={platform} beforeLeaving={beforeLeaving} />
      )}
      {own !== undefined && own.asks === null && (
        <Text size="sm" c="dimmed">
          {own.example}
        </Text>
      )}
      {own !== undefined && own.asks !== null && (
        <TextInput
          label={own.asks}
          required={isNeeded}
          withAsterisk={false}
          placeholder={own.example}
          maxLength={500}
          value={value}
          onChange={typed(typedValue)}
          error={draft.error('/location/value')}
        />
      )}
    </Section>
  );
}

interface LocationSelectProps {
  readonly location: EventTypeValues['location'];
  readonly integrations: readonly Integration[];
  readonly onChange: (location: EventTypeValues['location']) => void;
  readonly error: string | undefined;
}

/** Platforms first, each with whether it is connected; then places of one's own. */
function LocationSelect({ location, integrations, onChange, error }: LocationSelectProps) {
  const { kind } = location;
  const chosen = ownLocationOf(location);
  const platforms = integrations.map(({ provider, name }) => ({ value: provider, label: name }));
  const known = platforms.length === 0 ? [{ value: kind, label: locationName(kind) }] : platforms;
  const others = OWN_LOCATIONS.map(({ id, choice }) => ({ value: id, label: choice }));
  const choose = (id: string) => {
    const own = OWN_LOCATIONS.find((one) => one.id === id);
    onChange(own === undefined ? { kind: id } : { kind: own.kind, ...(own.needsValue && { value: '' }) });
  };
  return (
    <Select
      label="Location"
      value={chosen?.id ?? kind}
      onChange={(next) => next !== null && choose(next)}
      error={error}
      leftSection={<Icon name={locationIcon(kind)} size={18} />}
      data={[
        { group: 'Meeting platforms', items: chosen !== undefined && platforms.length === 0 ? [] : known },
        { group: 'Other places', items: others },
      ]}
    />
  );
}

interface OwnLocation {
  /** Of the choice; a phone call has two. */
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** How the host chooses it. */
  readonly choice: string;
  readonly icon: IconName;
  /** What its value is called, and an example; null where it has none, and what happens instead. */
  readonly asks: string | null;
  readonly example: string;
  readonly needsValue: boolean;
}

/** Places that need no meeting platform. */
const OWN_LOCATIONS: readonly OwnLocation[] = [
  {
    id: 'link',
    kind: 'link',
    name: 'Your own link',
    choice: 'Your own link',
    icon: 'link',
    asks: 'Link',
    example: 'https://…',
    needsValue: true,
  },
  {
    id: 'phone-host',
    kind: 'phone',
    name: 'Phone call',
    choice: 'Phone: I call the guest',
    icon: 'phone',
    asks: null,
    example: 'The booking form asks guests for their phone number.',
    needsValue: false,
  },
  {
    id: 'phone-guest',
    kind: 'phone',
    name: 'Phone call',
    choice: 'Phone: the guest calls me',
    icon: 'phone',
    asks: 'Your phone number',
    example: '+49 30 1234567',
    needsValue: true,
  },
  {
    id: 'in_person',
    kind: 'in_person',
    name: 'In person',
    choice: 'In person',
    icon: 'pin',
    asks: 'Address (optional)',
    example: 'Street, city',
    needsValue: false,
  },
];

/** The choice that a location is; undefined for a platform's. A call whose number is still to be typed has an empty one. */
const ownLocationOf = ({ kind, value }: EventTypeValues['location']): OwnLocation | undefined =>
  OWN_LOCATIONS.find((own) => own.kind === kind && (kind !== 'phone' || own.needsValue === (value !== undefined)));

/** What a location is called; platforms have the name the server gives them. */
export function locationName(kind: string, integrations: readonly Integration[] = []): string {
  return (
    integrations.find(({ provider }) => provider === kind)?.name ??
    OWN_LOCATIONS.find((own) => own.kind === kind)?.name ??
    // Until the server's names are there.
    kind.charAt(0).toUpperCase() + kind.slice(1)
  );
}

/** The same for parts that do not know the integrations themselves. */
export function useLocationName(): (kind: string) => string {
  const { data } = useQuery({ ...integrationsQuery, refetchInterval: false });
  return (kind) => locationName(kind, data);
}

export const locationIcon = (kind: string): IconName => OWN_LOCATIONS.find((own) => own.kind === kind)?.icon ?? 'video';

interface PlatformStateProps {
  readonly integration: Integration;
  readonly beforeLeaving: () => void;
}

/** Whether bookings here will get links, and Connect right where the question comes up. */
function PlatformState({ integration, beforeLeaving }: PlatformStateProps) {
  const { name, colour, status, problem } = integration;
  const connecting = useConnect(integration, { returnTo: 'event-types', beforeLeaving });
  const isReady = status === 'connected' && problem === null;
  const busy = ['starting', 'leaving'].includes(connecting.state.step);
  return (
    <Paper withBorder p="sm" radius="md">
      <Stack gap="sm">
        <Group gap="sm" justify="space-between">
          <Group gap="sm" style={{ flex: '1 1 220px' }} wrap="nowrap">
            <ProviderMark colour={colour} size={32} />
            <div>
              <ConnectionWords integration={integration} />
              <Text size="sm" c="dimmed">
                {isReady ? `Every confirmed booking gets its own ${name} link.` : missingWords(integration)}
              </Text>
            </div>
          </Group>
          {status === 'not_configured' ? (
            <Link to="/user/integrations">What’s missing</Link>
          ) : (
            !isReady && (
              <Button size="sm" onClick={connecting.connect} loading={busy}>
                {problem === null ? 'Connect' : 'Reconnect'}
              </Button>
            )
          )}
        </Group>
        <ConnectProgress connecting={connecting} name={name} />
      </Stack>
    </Paper>
  );
}

const missingWords = ({ status, name }: Integration) =>
  status === 'reconnect_needed'
    ? 'Guests can book. We’ll create their links when you reconnect.'
    : `Guests can book, but get no ${name} link until you connect.`;
