import { ActionIcon, Checkbox, Group, NativeSelect, Paper, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Question } from '../data/event-types.ts';
import { Icon, type IconName } from '../parts/icons.tsx';
import { ticked, typed } from '../parts/typed.ts';

const KINDS: { value: Question['kind']; label: string }[] = [
  { value: 'text', label: 'Short text' },
  { value: 'long_text', label: 'Long text' },
  { value: 'choice', label: 'Choice' },
  { value: 'checkbox', label: 'Checkbox' },
  { value: 'phone', label: 'Phone number' },
];

interface Props {
  readonly question: Question;
  readonly position: number;
  readonly isLast: boolean;
  readonly error: (field: string) => string | undefined;
  readonly onChange: (question: Question) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** One question to the guest: its words, kind and place in the list. */
export function QuestionEditor({ question, position, isLast, error, onChange, onMove, onRemove }: Props) {
  const name = `question ${position}`;
  const asKind = (kind: Question['kind']) => {
    const { options = [], ...rest } = question;
    onChange(kind === 'choice' ? { ...rest, kind, options } : { ...rest, kind });
  };
  return (
    <Paper withBorder p="md" radius="md" role="group" aria-label={`Question ${position}`}>
      <Stack gap="sm">
        <Group align="flex-start" gap="sm">
          <TextInput
            label="Question"
            style={{ flex: '2 1 220px' }}
            maxLength={200}
            value={question.label}
            onChange={typed((label) => onChange({ ...question, label }))}
            error={error('label')}
          />
          <NativeSelect
            label="Answer"
            style={{ flex: '1 1 140px' }}
            data={KINDS}
            value={question.kind}
            onChange={({ currentTarget }) => asKind(currentTarget.value as Question['kind'])}
          />
        </Group>
        {question.kind === 'choice' && (
          <OptionsInput
            options={question.options ?? []}
            onChange={(options) => onChange({ ...question, options })}
            error={error('options')}
          />
        )}
        <Group justify="space-between">
          <Checkbox
            label="Must be answered"
            checked={question.required}
            onChange={ticked((required) => onChange({ ...question, required }))}
          />
          <Group gap={4}>
            <Small icon="up" label={`Move ${name} up`} disabled={position === 1} onClick={() => onMove(-1)} />
            <Small icon="down" label={`Move ${name} down`} disabled={isLast} onClick={() => onMove(1)} />
            <Small icon="trash" label={`Remove ${name}`} onClick={onRemove} />
          </Group>
        </Group>
      </Stack>
    </Paper>
  );
}

/** One option a line; what is typed stays as typed while the host is at it. */
function OptionsInput({
  options,
  onChange,
  error,
}: {
  readonly options: readonly string[];
  readonly onChange: (options: string[]) => void;
  readonly error: string | undefined;
}) {
  const [text, setText] = useState(options.join('\n'));
  const changed = (next: string) => {
    setText(next);
    onChange(
      next
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    );
  };
  return (
    <Textarea label="Options, one a line" autosize minRows={2} value={text} onChange={typed(changed)} error={error} />
  );
}

function Small(props: { icon: IconName; label: string; disabled?: boolean; onClick: () => void }) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      {...(props.disabled ? {} : { c: 'var(--mantine-color-text)' })}
      size={34}
      aria-label={props.label}
      disabled={props.disabled ?? false}
      onClick={props.onClick}
    >
      <Icon name={props.icon} size={18} />
    </ActionIcon>
  );
}
