import { Avatar, Button, FileButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { type Me, useChangePhoto } from '../data/me.ts';
import { Section } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';

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
    if (file.size <= MOST_BYTES) change.mutate(file, { onSuccess: () => tell('Photo saved.') });
  };
  return (
    <Section title="Photo or logo">
      <Group gap="md">
        <Avatar src={me.photo} name={me.name} size={64} alt={me.photo === null ? '' : 'Your photo'} />
        <FileButton onChange={chosen} accept={TYPES}>
          {(props) => (
            <Button {...props} variant="default" loading={change.isPending}>
              {me.photo === null ? 'Choose picture' : 'Replace picture'}
            </Button>
          )}
        </FileButton>
        {me.photo !== null && (
          <Button
            variant="default"
            disabled={change.isPending}
            onClick={() => change.mutate(null, { onSuccess: () => tell('Photo removed.') })}
          >
            Remove picture
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        JPEG, PNG or WebP, at most 5 MB. Guests see its middle as a circle beside your name.
      </Text>
      {isTooLarge && (
        <Text size="sm" c="red.9" role="alert">
          This picture is larger than 5 MB. Choose a smaller one.
        </Text>
      )}
      {change.isError && <ProblemNotice error={change.error} />}
    </Section>
  );
}
