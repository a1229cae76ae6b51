import { ApiProblem } from '../../shared/api.ts';

/** What a refused request says of one field, by its JSON pointer. */
export const errorAt = (error: unknown, pointer: string) =>
  error instanceof ApiProblem ? error.errors.find((one) => one.pointer === pointer)?.detail : undefined;
