import { Modal, Stack, Tabs, Text } from '@mantine/core';
import type { EventType } from '../../data/event-types.ts';
import { BookingLinksPanel } from './booking-links-panel.tsx';
import { EmbedPanel } from './embed-panel.tsx';
import { LinkPanel } from './link-panel.tsx';
import { QrPanel } from './qr-panel.tsx';
import { TimesPanel } from './times-panel.tsx';
import { t } from '../../text.ts';

interface Props {
  readonly eventType: EventType;
  readonly onClose: () => void;
}

/** The ways in which guests come to an event type. */
export function ShareDialog({ eventType, onClose }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Text fw={650}>{t('share.title', { title: eventType.title })}</Text>}
    >
      <Stack>
        {eventType.visibility === 'off' && <Text size="sm">{t('share.isOff')}</Text>}
        <Tabs defaultValue="link" keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="link">{t('share.link')}</Tabs.Tab>
            <Tabs.Tab value="single">{t('share.links.title')}</Tabs.Tab>
            <Tabs.Tab value="qr">{t('share.qr')}</Tabs.Tab>
            <Tabs.Tab value="times">{t('share.times')}</Tabs.Tab>
            <Tabs.Tab value="website">{t('share.website')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="link" pt="md">
            <LinkPanel eventType={eventType} />
          </Tabs.Panel>
          <Tabs.Panel value="single" pt="md">
            <BookingLinksPanel eventType={eventType} />
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
