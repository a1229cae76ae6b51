import type { Rule } from './verdict.ts';

/** No name, address, link or token stands in a log or in a workflow's history. */
export const judgeLeaks: Rule = ({ leaks }) =>
  leaks.map((seen) => ({ rule: 'leaks', about: 'all', expected: 'nothing personal in logs and histories', seen }));
