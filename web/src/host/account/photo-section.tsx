import { Avatar, Button, FileButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { type Me, useChangePhoto } from '../data/me.ts';
import { Section } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { t } from '../text.ts';

/** As the server takes them. */
const TYPES = 'image/jpeg,image/png,image/webp';
const MOST_BYTES = 5_000_000;

/** The picture beside the host's name. */
export function PhotoSection({ me }: { readonly me: Me }) {
  const change = useChangePhoto();
  const [isTooLarge, setTooLarge] = useState(false);
  const chosen = (file: File | null) => {
    if (file === null) return;
    setTooLarge(file.size > MOST_BYTES);
    if (file.size <= MOST_BYTES) change.mutate(file, { onSuccess: () => tell(t('account.photo.saved')) });
  };
  return (
    <Section title={t('account.photo.title')}>
      <Group gap="md">
        <Avatar src={me.photo} name={me.name} size={64} alt={me.photo === null ? '' : t('account.photo.yours')} />
        <FileButton onChange={chosen} accept={TYPES}>
          {(props) => (
            <Button {...props} variant="default" loading={change.isPending}>
              {me.photo === null ? t('account.photo.choose') : t('account.photo.replace')}
            </Button>
          )}
        </FileButton>
        {me.photo !== null && (
          <Button
            variant="default"
            disabled={change.isPending}
            onClick={() => change.mutate(null, { onSuccess: () => tell(t('account.photo.removed')) })}
          >
            {t('account.photo.remove')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t('account.photo.hint')}
      </Text>
      {isTooLarge && (
        <Text size="sm" c="red.9" role="alert">
          {t('account.photo.tooLarge')}
        </Text>
      )}
      {change.isError && <ProblemNotice error={change.error} />}
    </Section>
  );
}
