import { Button, Code, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EventType } from '../../data/event-types.ts';
import { useChangeMe, meQuery } from '../../data/me.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { typed } from '../../parts/inputs.tsx';
import { sentenceOf } from '../../parts/problem-notice.tsx';
import { tell } from '../../parts/tell.tsx';
import { EMBED_THEMES, EMBED_WAYS, embedSnippet } from './embed-snippet.ts';
import { t } from '../../text.ts';

/** What a host pastes into the source of a website. */
export function EmbedPanel({ eventType }: { readonly eventType: EventType }) {
  const [way, setWay] = useState<string>('inline');
  const [theme, setTheme] = useState<string>('');
  const snippet = embedSnippet(eventType.publicUrl, { way, theme, button: t('share.bookATime') });
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        <NativeSelect
          label={t('share.appears')}
          data={EMBED_WAYS.map(({ value, label }) => ({ value, label: t(label) }))}
          value={way}
          onChange={({ currentTarget }) => setWay(currentTarget.value)}
        />
        <NativeSelect
          label={t('share.colours')}
          data={EMBED_THEMES.map(({ value, label }) => ({ value, label: t(label) }))}
          value={theme}
          onChange={({ currentTarget }) => setTheme(currentTarget.value)}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {t('share.pasteCode')}
      </Text>
      <Code block translate="no" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {snippet}
      </Code>
      <Group justify="flex-end">
        <CopyText text={snippet} label={t('share.copyCode')} />
      </Group>
      <AllowedSites />
    </Stack>
  );
}

/** The websites that may show any of the host's pages. */
function AllowedSites() {
  const saved = (useQuery(meQuery).data?.embedSites ?? []).join('\n');
  const [text, setText] = useState(saved);
  const change = useChangeMe();
  const save = () => {
    const embedSites = text.split(/\s+/).filter((site) => site !== '');
    change.mutate(
      { embedSites },
      {
        onSuccess: (me) => {
          setText(me.embedSites.join('\n'));
          tell(me.embedSites.length === 0 ? t('share.anySite') : t('share.onlyThese'));
        },
      },
    );
  };
  return (
    <Stack gap="xs">
      <Textarea
        label={t('share.sites')}
        description={t('share.sitesHint')}
        autosize
        minRows={2}
        value={text}
        onChange={typed(setText)}
        error={change.isError ? sentenceOf(change.error) : undefined}
        spellCheck={false}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={save} loading={change.isPending} disabled={text === saved}>
          {t('share.saveSites')}
        </Button>
      </Group>
    </Stack>
  );
}
