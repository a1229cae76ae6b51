import { Button, Text } from '@mantine/core';
import type { Question } from '../data/event-types.ts';
import { Icon } from '../parts/icons.tsx';
import { Section } from '../parts/section.tsx';
import type { Draft } from '../parts/use-draft.ts';
import type { EventTypeValues } from './blank.ts';
import { QuestionEditor } from './question-editor.tsx';

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
    <Section title="Questions" hint="Name and e-mail are always asked.">
      {questions.length === 0 && (
        <Text size="sm" c="dimmed">
          No further questions. Ask what helps you prepare, for instance “What would you like to talk about?”
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
          Add a question
        </Button>
      )}
    </Section>
  );
}
