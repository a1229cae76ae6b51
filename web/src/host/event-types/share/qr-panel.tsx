import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { QRCodeCanvas, QRCodeSVG } from 'qrcode.react';
import { useRef } from 'react';
import { saveBlob } from '../../../shared/save-file.ts';
import type { EventType } from '../../data/event-types.ts';
import { Icon } from '../../parts/icons.tsx';
import { t } from '../../text.ts';

/** Pixels of the picture: sharp on paper up to 9 cm. */
const PNG_SIZE = 1_024;
/** The quiet zone that readers need, modules. */
const MARGIN = 4;

/** The link as a QR code, for print and slides. */
export function QrPanel({ eventType: { publicUrl, title, slug } }: { readonly eventType: EventType }) {
  const drawing = useRef<SVGSVGElement>(null);
  const picture = useRef<HTMLCanvasElement>(null);
  const saveSvg = () => {
    if (drawing.current === null) return;
    const text = new XMLSerializer().serializeToString(drawing.current);
    saveBlob(`${slug}.svg`, new Blob([text], { type: 'image/svg+xml' }));
  };
  const savePng = () => picture.current?.toBlob((blob) => blob !== null && saveBlob(`${slug}.png`, blob), 'image/png');
  return (
    <Stack align="center">
      <QRCodeSVG ref={drawing} value={publicUrl} size={240} marginSize={MARGIN} title={t('share.qrOf', { title })} />
      <Box hidden>
        <QRCodeCanvas ref={picture} value={publicUrl} size={PNG_SIZE} marginSize={MARGIN} />
      </Box>
      <Text size="sm" c="dimmed" ta="center">
        {t('share.qrHint', { address: publicUrl })}
      </Text>
      <Group gap="sm" justify="center">
        <Button variant="default" leftSection={<Icon name="download" size={16} />} onClick={saveSvg}>
          {t('share.svg')}
        </Button>
        <Button variant="default" leftSection={<Icon name="download" size={16} />} onClick={savePng}>
          {t('share.png')}
        </Button>
      </Group>
    </Stack>
  );
}
