import { afterAll } from 'vitest';
import { deviationOf } from './described.ts';

/** Before each file of the `stack` project: what its tests fetch from an app is held against that app's own document. */
const deviations: string[] = [];
const plainFetch = globalThis.fetch;

globalThis.fetch = async (...asked) => {
  const answer = await plainFetch(...asked);
  const { url, status, headers } = answer;
  const what = await deviationOf({
    method: asked[1]?.method ?? 'GET',
    url,
    status,
    contentType: headers.get('content-type'),
    text: () => answer.clone().text(),
  });
  if (what !== null) deviations.push(what);
  return answer;
};

afterAll(() => {
  globalThis.fetch = plainFetch;
  if (deviations.length > 0) throw new Error(`Not as documented:\n${deviations.join('\n')}`);
});
