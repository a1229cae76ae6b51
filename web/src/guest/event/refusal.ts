import type { ApiProblem } from '../../shared/api.ts';
import { sentenceOf } from '../problems.tsx';
import { t } from '../t.ts';

/** Why a form or a change was refused, as a sentence for the guest. */
export const refusalOf = (problem: ApiProblem): string => t.ifAny(`refused.${problem.code}`) ?? sentenceOf(problem);
