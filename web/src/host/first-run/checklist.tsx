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
import type { EventType } from '../data/event-types.ts';
import type { Integration } from '../data/integrations.ts';
import type { Me } from '../data/me.ts';
import type { Schedule } from '../data/schedules.ts';
import { Icon } from '../parts/icons.tsx';
import { ConnectStep } from './connect-step.tsx';
import { HandleStep } from './handle-step.tsx';
import { HoursStep } from './hours-step.tsx';
import type { Step, useMarks } from './marks.ts';
import { ShareStep } from './share-step.tsx';
import { ZoneStep } from './zone-step.tsx';

interface Props {
  readonly me: Me;
  readonly schedule: Schedule | undefined;
  readonly integrations: readonly Integration[];
  readonly published: EventType | undefined;
  readonly marks: ReturnType<typeof useMarks>;
}

/** Five steps from a fresh account to a shared booking page; the next one is open. */
export function Checklist({ me, schedule, integrations, published, marks }: Props) {
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
      title: 'Connect where you meet',
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
          Get your booking page going
        </Title>
        <Button size="xs" variant="subtle" onClick={marks.dismiss}>
          Hide
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {done} of {steps.length} done
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
                  {title}
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
