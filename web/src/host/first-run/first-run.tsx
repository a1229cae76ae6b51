import { useQuery } from '@tanstack/react-query';
import { type EventType, eventTypesQuery } from '../data/event-types.ts';
import { type Integration, integrationsQuery } from '../data/integrations.ts';
import { type Me, meQuery } from '../data/me.ts';
import { type Schedule, schedulesQuery } from '../data/schedules.ts';
import {
  Box,
  Button,
  Group,
  Paper,
  Progress,
  Text,
  ThemeIcon,
  Title,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../parts/icons.tsx';
import { ConnectStep, HandleStep, HoursStep, ShareStep, ZoneStep } from './steps.tsx';
import { useLocalStorage } from '@mantine/hooks';

/** The first steps, until they are done. A host who is set up already never sees them. */
export function FirstRun() {
  const me = useQuery(meQuery).data;
  return me === undefined ? null : <FirstRunOf hostId={me.id} />;
}

function FirstRunOf({ hostId }: { readonly hostId: string }) {
  const marks = useMarks(hostId);
  const me = useQuery(meQuery).data;
  const schedules = useQuery(schedulesQuery).data;
  const integrations = useQuery(integrationsQuery).data;
  const eventTypes = useQuery(eventTypesQuery).data;
  if (marks.dismissed || !me || !schedules || !integrations || !eventTypes) return null;
  const isConnected = integrations.some(({ status }) => status === 'connected');
  const published = eventTypes.find(({ published, archived }) => published && !archived);
  const isSetUp = isConnected && published !== undefined;
  if (isSetUp && (marks.done.length === 0 || marks.done.includes('share'))) return null;
  return (
    <Checklist
      me={me}
      schedule={schedules.find(({ isDefault }) => isDefault) ?? schedules[0]}
      integrations={integrations}
      published={published}
      marks={marks}
    />
  );
}

interface Props {
  readonly me: Me;
  readonly schedule: Schedule | undefined;
  readonly integrations: readonly Integration[];
  readonly published: EventType | undefined;
  readonly marks: ReturnType<typeof useMarks>;
}

/** Five steps from a fresh account to a shared booking page; the next one is open. */
function Checklist({ me, schedule, integrations, published, marks }: Props) {
  const titleId = useId();
  const isConnected = integrations.some(({ status }) => status === 'connected');
  const isDone = (step: Step) => marks.done.includes(step) || (step === 'connect' && isConnected);
  const steps: { step: Step; title: string; body: ReactNode }[] = [
    { step: 'handle', title: 'Choose your address', body: <HandleStep me={me} onDone={() => marks.mark('handle')} /> },
    {
      step: 'zone',
      title: 'Check your time zone',
      body: <ZoneStep me={me} schedule={schedule} onDone={() => marks.mark('zone')} />,
    },
    {
      step: 'hours',
      title: 'Check your hours',
      body: <HoursStep schedule={schedule} onDone={() => marks.mark('hours')} />,
    },
    {
      step: 'connect',
      title: 'Connect video meetings',
      body: <ConnectStep integrations={integrations} onSkip={() => marks.mark('connect')} />,
    },
    {
      step: 'share',
      title: 'Publish and share',
      body: <ShareStep published={published} onShared={() => marks.mark('share')} />,
    },
  ];
  const [chosen, setChosen] = useState<Step | null>(null);
  const open = chosen !== null && !isDone(chosen) ? chosen : (steps.find(({ step }) => !isDone(step))?.step ?? null);
  const done = steps.filter(({ step }) => isDone(step)).length;
  return (
    <Paper component="section" aria-labelledby={titleId} withBorder p={{ base: 'md', sm: 'lg' }} mb="xl">
      <Group justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
        <Title order={2} fz="lg" id={titleId}>
          Set up your booking page
        </Title>
        <Button size="xs" variant="subtle" onClick={marks.dismiss}>
          Hide
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {`${done} of ${steps.length} done`}
      </Text>
      <Progress value={(done / steps.length) * 100} size="sm" mt="xs" mb="sm" aria-label="First steps done" />
      <Box component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
        {steps.map(({ step, title, body }, index) => (
          <li key={step} style={{ borderTop: index === 0 ? 0 : '1px solid var(--host-line)' }}>
            <UnstyledButton
              w="100%"
              py="sm"
              aria-expanded={open === step}
              disabled={isDone(step)}
              onClick={() => setChosen(step)}
            >
              <Group gap="sm" wrap="nowrap">
                <ThemeIcon size={26} radius="xl" variant={isDone(step) ? 'filled' : 'light'}>
                  {isDone(step) ? <Icon name="check" size={16} /> : <span aria-hidden>{index + 1}</span>}
                </ThemeIcon>
                <Text fw={open === step ? 600 : 400} {...(isDone(step) ? { c: 'dimmed' } : {})}>
                  <span>{title}</span>
                  {isDone(step) && <VisuallyHidden> (done)</VisuallyHidden>}
                </Text>
              </Group>
            </UnstyledButton>
            {open === step && (
              <Box pb="md" pl={{ base: 0, sm: 38 }}>
                {body}
              </Box>
            )}
          </li>
        ))}
      </Box>
    </Paper>
  );
}

type Step = 'handle' | 'zone' | 'hours' | 'connect' | 'share';

interface Marks {
  readonly done: readonly Step[];
  readonly dismissed: boolean;
}

const NONE: Marks = { done: [], dismissed: false };

/** Which first steps this browser has seen the host take. */
function useMarks(hostId: string) {
  const [marks, setMarks] = useLocalStorage<Marks>({
    key: `first-run:${hostId}`,
    defaultValue: NONE,
    getInitialValueInEffect: false,
  });
  return {
    ...marks,
    mark: (step: Step) =>
      setMarks((before) => (before.done.includes(step) ? before : { ...before, done: [...before.done, step] })),
    dismiss: () => setMarks((before) => ({ ...before, dismissed: true })),
  };
}
