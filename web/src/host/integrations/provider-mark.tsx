import { ThemeIcon } from '@mantine/core';
import { Icon } from '../parts/icons.tsx';

const COLOURS: Record<string, string> = { zoom: '#0b5cff', teams: '#5059c9', meet: '#00794c' };

/** A coloured tile that tells the platforms apart; decoration beside their name. */
export function ProviderMark({ provider, size = 44 }: { readonly provider: string; readonly size?: number }) {
  return (
    <ThemeIcon size={size} radius="md" color={COLOURS[provider] ?? 'gray.8'} variant="filled" aria-hidden>
      <Icon name="video" size={size * 0.55} />
    </ThemeIcon>
  );
}
