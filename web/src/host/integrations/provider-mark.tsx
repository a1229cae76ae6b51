import { ThemeIcon } from '@mantine/core';
import { Icon } from '../parts/icons.tsx';

/** A coloured tile that tells the platforms apart; decoration beside their name. */
export function ProviderMark({ colour, size = 44 }: { readonly colour: string; readonly size?: number }) {
  return (
    <ThemeIcon size={size} radius="md" color={colour} variant="filled" aria-hidden>
      <Icon name="video" size={size * 0.55} />
    </ThemeIcon>
  );
}
