import { Code, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { EventType, Question } from '../../data/event-types.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { typed } from '../../parts/inputs.tsx';
import { type Prefilled, prefillable, prefilledLink } from './prefilled-link.ts';

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
        <CopyText text={link} label="Copy link" />
      </Group>
      <Text fw={550} mt="xs">
        Fill the form in
      </Text>
      <Text size="sm" c="dimmed">
        Optional. A link made here opens with these values, and guests can change them. In newsletters, replace a value
        by your program’s own placeholder.
      </Text>
      <TextInput label={labelOf('Name', 'name')} value={values['name'] ?? ''} onChange={typed(set('name'))} />
      <TextInput label={labelOf('Email', 'email')} value={values['email'] ?? ''} onChange={typed(set('email'))} />
      {asksPhone(eventType) && (
        <TextInput
          label={labelOf('Phone number', 'phone')}
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
  const choices = kind === 'checkbox' ? [{ value: 'yes', label: 'Ticked' }] : kind === 'choice' ? options : null;
  if (choices === null) return <TextInput label={labelOf(label, id)} value={value} onChange={typed(onChange)} />;
  return (
    <NativeSelect
      label={labelOf(label, id)}
      data={[{ value: '', label: 'Leave open' }, ...choices]}
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
