import { Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { addDays } from '../../../shared/iso-days.ts';
import { type EventType, hostSlotsQuery } from '../../data/event-types.ts';
import { useHostZone } from '../../data/me.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { todayIn } from '../../parts/dates.ts';
import { Loading } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { timesText } from './times-text.ts';
import { t } from '../../text.ts';

/** So far ahead free times are looked for, days. */
const AHEAD = 14;

/** The next free times as a text to paste into a mail. */
export function TimesPanel({ eventType }: { readonly eventType: EventType }) {
  const zone = useHostZone();
  const from = todayIn(zone);
  const slots = useQuery(hostSlotsQuery(eventType.id, { from, to: addDays(from, AHEAD), timeZone: zone }));
  const offered = slots.data?.days.flatMap((day) => day.slots) ?? [];
  const text = timesText(eventType, offered, zone);
  if (slots.isPending) return <Loading rows={3} height={40} />;
  if (slots.isError) return <ProblemNotice error={slots.error} onRetry={() => void slots.refetch()} />;
  if (text === null) return <Text size="sm">{t('share.noTimes')}</Text>;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('share.timesHint')}
      </Text>
      <Textarea aria-label={t('share.times')} value={text} readOnly autosize minRows={6} maxRows={16} translate="no" />
      <Group justify="flex-end">
        <CopyText text={text} label={t('share.copyText')} />
      </Group>
    </Stack>
  );
}
