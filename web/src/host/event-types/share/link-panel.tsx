import { Code, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { EventType, Question } from '../../data/event-types.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { typed } from '../../parts/inputs.tsx';
import { type Prefilled, prefillable, prefilledLink } from './prefilled-link.ts';
import { t } from '../../text.ts';

/** The link itself, and one that fills the form in. */
export function LinkPanel({ eventType }: { readonly eventType: EventType }) {
  const [values, setValues] = useState<Prefilled>({});
  const set = (name: string) => (value: string) => setValues((before) => ({ ...before, [name]: value }));
  const link = prefilledLink(eventType, values);
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Text ff="monospace" size="sm" translate="no" style={{ overflowWrap: 'anywhere', flex: '1 1 220px' }}>
          {link}
        </Text>
        <CopyText text={link} label={t('common.copyLink')} />
      </Group>
      <Text fw={550} mt="xs">
        {t('share.fillIn')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('share.fillInHint')}
      </Text>
      <TextInput label={labelOf(t('common.name'), 'name')} value={values['name'] ?? ''} onChange={typed(set('name'))} />
      <TextInput
        label={labelOf(t('common.email'), 'email')}
        value={values['email'] ?? ''}
        onChange={typed(set('email'))}
      />
      {asksPhone(eventType) && (
        <TextInput
          label={labelOf(t('common.phone'), 'phone')}
          value={values['phone'] ?? ''}
          onChange={typed(set('phone'))}
        />
      )}
      {prefillable(eventType).map((question) => (
        <Answer key={question.id} question={question} value={values[question.id] ?? ''} onChange={set(question.id)} />
      ))}
    </Stack>
  );
}

/** Whether the host calls the guest, who is asked for a number. */
const asksPhone = ({ location: { kind, value } }: EventType) => kind === 'phone' && value === undefined;

interface AnswerProps {
  readonly question: Question;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Answer({ question: { id, label, kind, options = [] }, value, onChange }: AnswerProps) {
  const choices =
    kind === 'checkbox' ? [{ value: 'yes', label: t('share.ticked') }] : kind === 'choice' ? options : null;
  if (choices === null) return <TextInput label={labelOf(label, id)} value={value} onChange={typed(onChange)} />;
  return (
    <NativeSelect
      label={labelOf(label, id)}
      data={[{ value: '', label: t('share.leaveOpen') }, ...choices]}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

/** A field's label with the parameter that fills it in. */
const labelOf = (label: string, parameter: string) => (
  <>
    {label} <Code translate="no">{parameter}</Code>
  </>
);
