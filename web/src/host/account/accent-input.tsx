import { Button, Group, Input, Text } from '@mantine/core';
import { type CSSProperties, useId } from 'react';
import { accentTokens } from '#domain/accent.ts';
import { t } from '../text.ts';

/** The colour of our own pages, which a host without a colour has. */
const OURS = '#0f5f4e';

interface Props {
  /** `#rrggbb`; null for our own. */
  readonly value: string | null;
  readonly onChange: (colour: string | null) => void;
  readonly error: string | undefined;
}

/** The host's colour, and what becomes of it on light and on dark pages. */
export function AccentInput({ value, onChange, error }: Props) {
  const id = useId();
  const { light, dark } = accentTokens(value ?? OURS);
  return (
    <Input.Wrapper id={id} label={t('account.page.accent')} description={t('account.page.accentHint')} error={error}>
      <Group gap="sm" mt={6}>
        <input
          type="color"
          id={id}
          className="colour-input"
          value={value ?? OURS}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
        <Sample tokens={light} ground="#ffffff">
          {t('account.page.light')}
        </Sample>
        <Sample tokens={dark} ground="#191d1c">
          {t('account.page.dark')}
        </Sample>
        {value !== null && (
          <Button variant="default" size="xs" onClick={() => onChange(null)}>
            {t('account.page.standard')}
          </Button>
        )}
      </Group>
    </Input.Wrapper>
  );
}

interface SampleProps {
  readonly tokens: Readonly<Record<string, string>>;
  readonly ground: string;
  readonly children: string;
}

function Sample({ tokens, ground, children }: SampleProps) {
  const style: CSSProperties = { background: tokens['--accent'], color: tokens['--on-accent'] };
  return (
    <Text component="span" size="sm" className="colour-sample" style={{ background: ground }}>
      <span style={style}>{children}</span>
    </Text>
  );
}
