import { Modal, Stack, Tabs, Text } from '@mantine/core';
import type { EventType } from '../../data/event-types.ts';
import { EmbedPanel } from './embed-panel.tsx';
import { LinkPanel } from './link-panel.tsx';
import { QrPanel } from './qr-panel.tsx';
import { TimesPanel } from './times-panel.tsx';

interface Props {
  readonly eventType: EventType;
  readonly onClose: () => void;
}

/** The ways in which guests come to an event type. */
export function ShareDialog({ eventType, onClose }: Props) {
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>Share “{eventType.title}”</Text>}>
      <Stack>
        {eventType.visibility === 'off' && (
          <Text size="sm">It’s off: guests who follow its link can’t book it. Make it live or unlisted first.</Text>
        )}
        <Tabs defaultValue="link" keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="link">Link</Tabs.Tab>
            <Tabs.Tab value="qr">QR code</Tabs.Tab>
            <Tabs.Tab value="times">Times for a mail</Tabs.Tab>
            <Tabs.Tab value="website">Website</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="link" pt="md">
            <LinkPanel eventType={eventType} />
          </Tabs.Panel>
          <Tabs.Panel value="qr" pt="md">
            <QrPanel eventType={eventType} />
          </Tabs.Panel>
          <Tabs.Panel value="times" pt="md">
            <TimesPanel eventType={eventType} />
          </Tabs.Panel>
          <Tabs.Panel value="website" pt="md">
            <EmbedPanel eventType={eventType} />
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </Modal>
  );
}
