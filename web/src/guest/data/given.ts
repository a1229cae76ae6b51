/**
 * Answers of our API that came with the page, by their path: `{ "/api/v1/public/ann/intro": { … } }` in
 * `<script type="application/json" id="page">`. They save the first round trip and may be missing.
 */
const given = new Map<string, unknown>(Object.entries(read()));

function read(): Record<string, unknown> {
  try {
    return JSON.parse(document.querySelector('#page')?.textContent ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** An answer known before it is asked for. */
export const givenAnswer = (path: string): unknown => given.get(path);

/** Keeps an answer for the page that is about to ask for it. */
export function giveAnswer(path: string, answer: unknown): void {
  given.set(path, answer);
}
