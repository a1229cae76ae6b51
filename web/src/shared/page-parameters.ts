/** Parameters that an event type's page reads itself: they never prefill a question, even one of the same id. */
export const PAGE_PARAMETERS: ReadonlySet<string> = new Set([
  'name',
  'email',
  'month',
  'date',
  'slot',
  'tz',
  'choose',
  'duration',
  'lang',
]);
