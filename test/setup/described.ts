import type { ApiDocument } from '#api/openapi/document.ts';
import { againstDocument, type Answer } from '#test/fixtures/answer-check.ts';

type Check = ReturnType<typeof againstDocument>;

/** What each app says of itself, asked once; null for servers that say nothing: mailbox, Temporal's UI. */
const checks = new Map<string, Promise<Check | null>>();
const ask = globalThis.fetch;

interface Given extends Pick<Answer, 'method' | 'status'> {
  readonly url: string;
  /** The header as it came. */
  readonly contentType: string | null;
  /** Read only where the answer is one of an app's; may fail, as where a page is closed meanwhile. */
  readonly text: () => Promise<string>;
}

/** How an answer differs from the OpenAPI document of the app that gave it, in words, or null: it does not, or is no app's. */
export async function deviationOf({ method, url, status, contentType, text }: Given): Promise<string | null> {
  const { origin, pathname: path } = new URL(url);
  if (!path.startsWith('/api/')) return null;
  const check = checks.get(origin) ?? loadCheck(origin);
  checks.set(origin, check);
  const deviates = await check;
  if (deviates === null) return null;
  const [type = ''] = (contentType ?? '').split(';');
  return deviates({ method, path, status, type, text: await text().catch(() => null) });
}

async function loadCheck(origin: string): Promise<Check | null> {
  try {
    const answer = await ask(`${origin}/openapi.json`);
    if (answer.ok) return againstDocument((await answer.json()) as ApiDocument);
    await answer.body?.cancel();
    return null;
  } catch {
    // Killed meanwhile, or no JSON: the next answer asks again.
    checks.delete(origin);
    return null;
  }
}
