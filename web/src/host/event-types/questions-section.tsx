import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Paper,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { Question } from '../data/event-types.ts';
import { Icon, type IconName } from '../parts/icons.tsx';
import { Section } from '../parts/page.tsx';
import type { Draft } from '../parts/use-draft.ts';
import type { EventTypeValues } from './values.ts';
import { useState } from 'react';
import { ticked, typed } from '../parts/inputs.tsx';
import { t, type Words } from '../text.ts';

const MOST_QUESTIONS = 20;

/** What guests are asked besides their name and address. */
export function QuestionsSection({ draft }: { readonly draft: Draft<EventTypeValues> }) {
  const { questions } = draft.values;
  const set = (next: Question[]) => draft.set('questions', next);
  const move = (from: number, to: number) => {
    const question = questions[from];
    if (question !== undefined) set(questions.toSpliced(from, 1).toSpliced(to, 0, question));
  };
  const add = () =>
    set([...questions, { id: crypto.randomUUID().slice(0, 8), label: '', kind: 'text', required: false }]);
  return (
    <Section title={t('types.questions')} hint={t('types.questionsHint')}>
      {questions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('types.noQuestions')}
        </Text>
      )}
      {questions.map((question, index) => (
        <QuestionEditor
          key={question.id}
          question={question}
          position={index + 1}
          isLast={index === questions.length - 1}
          error={(field) => draft.error(`/questions/${index}/${field}`)}
          onChange={(changed) => set(questions.with(index, changed))}
          onMove={(by) => move(index, index + by)}
          onRemove={() => set(questions.toSpliced(index, 1))}
        />
      ))}
      {questions.length < MOST_QUESTIONS && (
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<Icon name="plus" size={16} />}
          onClick={add}
        >
          {t('types.addQuestion')}
        </Button>
      )}
    </Section>
  );
}

const KINDS: { value: Question['kind']; label: Words }[] = [
  { value: 'text', label: 'types.kinds.text' },
  { value: 'long_text', label: 'types.kinds.longText' },
  { value: 'choice', label: 'types.kinds.choice' },
  { value: 'checkbox', label: 'types.kinds.checkbox' },
  { value: 'phone', label: 'common.phone' },
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
function QuestionEditor({ question, position, isLast, error, onChange, onMove, onRemove }: Props) {
  const number = position;
  const asKind = (kind: Question['kind']) => {
    const { options = [], ...rest } = question;
    onChange(kind === 'choice' ? { ...rest, kind, options } : { ...rest, kind });
  };
  return (
    <Paper withBorder p="md" radius="md" role="group" aria-label={t('types.questionNumber', { number: position })}>
      <Stack gap="sm">
        <Group align="flex-start" gap="sm">
          <TextInput
            label={t('types.question')}
            style={{ flex: '2 1 220px' }}
            maxLength={200}
            value={question.label}
            onChange={typed((label) => onChange({ ...question, label }))}
            error={error('label')}
          />
          <NativeSelect
            label={t('types.answer')}
            style={{ flex: '1 1 140px' }}
            data={KINDS.map(({ value, label }) => ({ value, label: t(label) }))}
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
            label={t('types.required')}
            checked={question.required}
            onChange={ticked((required) => onChange({ ...question, required }))}
          />
          <Group gap={4}>
            <Small
              icon="up"
              label={t('types.moveQuestionUp', { number })}
              disabled={position === 1}
              onClick={() => onMove(-1)}
            />
            <Small
              icon="down"
              label={t('types.moveQuestionDown', { number })}
              disabled={isLast}
              onClick={() => onMove(1)}
            />
            <Small icon="trash" label={t('types.removeQuestion', { number })} onClick={onRemove} />
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
    <Textarea label={t('types.options')} autosize minRows={2} value={text} onChange={typed(changed)} error={error} />
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
