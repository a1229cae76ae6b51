/** How a guest answers a question of an event type. */
export const QUESTION_KINDS = ['text', 'long_text', 'choice', 'checkbox', 'phone'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
