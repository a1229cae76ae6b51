import { Box, Divider, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { integrationsQuery } from '../data/integrations.ts';
import { meQuery } from '../data/me.ts';
import { schedulesQuery } from '../data/schedules.ts';
import { inWords } from '../parts/dates.ts';
import { Icon, type IconName } from '../parts/icons.tsx';
import { zoneLabel } from '../parts/zone-select.tsx';
import { type EventTypeValues, lengthsOf } from './values.ts';
import { locationIcon, placesText } from './locations.ts';
import { rich, t } from '../text.ts';

/** The guest page's card as it will look, while the host types. */
export function Preview({ values }: { readonly values: EventTypeValues }) {
  const me = useQuery(meQuery).data;
  const integrations = useQuery(integrationsQuery).data;
  const zone = useQuery(schedulesQuery).data?.find(({ id }) => id === values.scheduleId)?.timeZone;
  const { kind } = values.location;
  // Where there is a choice, the form asks for a number once a call was chosen.
  const asksPhone = values.furtherLocations.length === 0 && kind === 'phone' && values.location.value === undefined;
  return (
    <Paper withBorder p="lg">
      <Text size="xs" c="dimmed" mb="sm">
        {t('types.guestsSee')}
      </Text>
      <Text c="dimmed" size="sm" translate="no">
        {me?.name}
      </Text>
      <Text fw={700} fz={20} lh={1.3}>
        {values.title || t('types.title')}
      </Text>
      <Stack gap={8} mt="sm">
        <Fact icon="clock">{lengthsOf(values).map(inWords).join(', ')}</Fact>
        <Fact icon={locationIcon(kind)}>{placesText(values, integrations)}</Fact>
        {values.requiresConfirmation && <Fact icon="check">{t('types.requires', { name: me?.name ?? '' })}</Fact>}
        {zone !== undefined && <Fact icon="globe">{rich('types.ownTimes', { zone: zoneLabel(zone) })}</Fact>}
      </Stack>
      {values.description !== '' && (
        <Text mt="md" size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {values.description}
        </Text>
      )}
      <Divider my="md" />
      <Text size="sm" fw={600} mb={6}>
        {t('types.form')}
      </Text>
      <Stack gap={6}>
        {[t('common.name'), t('common.email'), ...(asksPhone ? [t('common.phone')] : [])].map((label) => (
          <Asked key={label} label={label} />
        ))}
        {values.questions.map(({ id, label, required }) => (
          <Asked
            key={id}
            label={
              required ? label || t('types.question') : t('types.optional', { label: label || t('types.question') })
            }
          />
        ))}
      </Stack>
    </Paper>
  );
}

function Fact({ icon, children }: { readonly icon: IconName; readonly children: React.ReactNode }) {
  return (
    <Group gap={8} wrap="nowrap" align="flex-start" c="dimmed">
      <Icon name={icon} size={18} />
      <Text size="sm">{children}</Text>
    </Group>
  );
}

function Asked({ label }: { readonly label: string }) {
  return (
    <Box px="sm" py={6} style={{ border: '1px dashed var(--host-line)', borderRadius: 8 }}>
      <Text size="sm">{label}</Text>
    </Box>
  );
}
