import { useQuery } from '@tanstack/react-query';
import { type EventType, eventTypesQuery } from '../data/event-types.ts';
import { type Integration, integrationsQuery } from '../data/integrations.ts';
import { type Me, meQuery, useChangeMe } from '../data/me.ts';
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
import { tellProblem } from '../parts/tell.tsx';
import { t } from '../text.ts';

/** The first steps, until they are done. A host who is set up already never sees them. */
export function FirstRun() {
  const me = useQuery(meQuery).data;
  return me === undefined ? null : <FirstRunOf me={me} />;
}

function FirstRunOf({ me }: { readonly me: Me }) {
  const marks = useMarks(me);
  const schedules = useQuery(schedulesQuery).data;
  const integrations = useQuery(integrationsQuery).data;
  const eventTypes = useQuery(eventTypesQuery).data;
  if (marks.hidden || !schedules || !integrations || !eventTypes) return null;
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
  const isDone = (step: FirstStep) => marks.done.includes(step) || (step === 'connect' && isConnected);
  const steps: { step: FirstStep; title: string; body: ReactNode }[] = [
    { step: 'handle', title: t('firstRun.address'), body: <HandleStep me={me} onDone={() => marks.mark('handle')} /> },
    {
      step: 'zone',
      title: t('firstRun.zone'),
      body: <ZoneStep me={me} schedule={schedule} onDone={() => marks.mark('zone')} />,
    },
    {
      step: 'hours',
      title: t('firstRun.hours'),
      body: <HoursStep schedule={schedule} onDone={() => marks.mark('hours')} />,
    },
    {
      step: 'connect',
      title: t('firstRun.connect'),
      body: <ConnectStep integrations={integrations} onSkip={() => marks.mark('connect')} />,
    },
    {
      step: 'share',
      title: t('firstRun.share'),
      body: <ShareStep published={published} onShared={() => marks.mark('share')} />,
    },
  ];
  const [chosen, setChosen] = useState<FirstStep | null>(null);
  const open = chosen !== null && !isDone(chosen) ? chosen : (steps.find(({ step }) => !isDone(step))?.step ?? null);
  const done = steps.filter(({ step }) => isDone(step)).length;
  return (
    <Paper component="section" aria-labelledby={titleId} withBorder p={{ base: 'md', sm: 'lg' }} mb="xl">
      <Group justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
        <Title order={2} fz="lg" id={titleId}>
          {t('firstRun.title')}
        </Title>
        <Button size="xs" variant="subtle" onClick={marks.hide}>
          {t('firstRun.hide')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('firstRun.progress', { done: String(done), all: String(steps.length) })}
      </Text>
      <Progress
        value={(done / steps.length) * 100}
        size="sm"
        mt="xs"
        mb="sm"
        aria-label={t('firstRun.progressLabel')}
      />
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
                  {isDone(step) && <VisuallyHidden>{` ${t('firstRun.done')}`}</VisuallyHidden>}
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

type FirstStep = Me['firstSteps']['done'][number];

/** Which first steps the host has taken; the same in each of their browsers. */
function useMarks({ firstSteps }: Me) {
  const { mutate } = useChangeMe();
  const keep = (firstSteps: Me['firstSteps']) =>
    mutate({ firstSteps }, { onError: (error) => tellProblem(t('firstRun.notSaved'), error) });
  return {
    ...firstSteps,
    mark: (step: FirstStep) => {
      if (!firstSteps.done.includes(step)) keep({ ...firstSteps, done: [...firstSteps.done, step] });
    },
    hide: () => keep({ ...firstSteps, hidden: true }),
  };
}
