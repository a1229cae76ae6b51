import { ApiProblem } from '../../shared/api.ts';

/** What went wrong, as one sentence for the host. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) return 'Something went wrong on this page.';
  if (error.code === 'validation_failed' && error.errors.length > 0) return 'Please look at the fields marked below.';
  if (error.code === 'stale') return 'This was changed meanwhile. You now see the newest state; please decide again.';
  return error.detail ?? error.title;
}

/** Whether the fault is not the host's to mend. */
export const isOurs = (error: unknown) => !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500;

/** Details of a refused request that no field on the page shows. */
export function unplacedErrors(error: unknown, placed: readonly string[]): string[] {
  if (!(error instanceof ApiProblem)) return [];
  const isPlaced = (pointer: string) => placed.some((known) => pointer === known || pointer.startsWith(`${known}/`));
  return error.errors
    .filter(({ pointer }) => !isPlaced(pointer))
    .map(({ pointer, detail }) => (pointer === '' ? detail : `${pointer.slice(1).replaceAll('/', ' › ')}: ${detail}`));
}
