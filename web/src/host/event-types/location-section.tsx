import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { integrationsQuery } from '../data/integrations.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Section } from '../parts/section.tsx';
import { typed } from '../parts/typed.ts';
import type { Draft } from '../parts/use-draft.ts';
import type { EventTypeValues } from './blank.ts';
import { LocationSelect } from './location-select.tsx';
import { OWN_LOCATIONS } from './locations.ts';
import { PlatformState } from './platform-state.tsx';

interface Props {
  readonly draft: Draft<EventTypeValues>;
  readonly beforeLeaving: () => void;
}

/** Where it takes place, with the platform's connection beside it. */
export function LocationSection({ draft, beforeLeaving }: Props) {
  const integrations = useQuery(integrationsQuery);
  const { kind, value = '' } = draft.values.location;
  const own = OWN_LOCATIONS.find((one) => one.kind === kind);
  const platform = integrations.data?.find(({ provider }) => provider === kind);
  const typedValue = (text: string) => draft.set('location', text === '' ? { kind } : { kind, value: text });
  return (
    <Section title="Where">
      <LocationSelect
        kind={kind}
        integrations={integrations.data ?? []}
        onChange={(next) => draft.set('location', { kind: next })}
        error={draft.error('/location/kind') ?? draft.error('/location')}
      />
      {integrations.isError && <ProblemNotice error={integrations.error} onRetry={() => void integrations.refetch()} />}
      {platform !== undefined && (
        <PlatformState key={platform.provider} integration={platform} beforeLeaving={beforeLeaving} />
      )}
      {own !== undefined && (
        <TextInput
          label={own.asks}
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
