/** What a sentence says, for pages that say it in their own language. */
export interface Says {
  readonly code: string;
  readonly args: Readonly<Record<string, string>>;
}

/** One field of a refused request; `pointer` is a JSON pointer into it. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
  readonly says?: Says;
}

export interface ProblemFacts {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Stable code of our API (RFC 9457), or `offline` when there was no answer. */
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly says?: Says;
  readonly errors: readonly FieldError[];
  readonly retryAfterSeconds?: number;
}

/** The one error a call of our API fails with. Its texts are ours and may be shown. */
export class ApiProblem extends Error {
  declare readonly status: number;
  declare readonly code: string;
  declare readonly title: string;
  declare readonly detail: string | undefined;
  declare readonly says: Says | undefined;
  declare readonly errors: readonly FieldError[];
  declare readonly retryAfterSeconds: number | undefined;

  constructor(facts: ProblemFacts) {
    super(facts.detail ?? facts.title);
    Object.assign(this, { name: 'ApiProblem' }, facts);
  }
}

/** Whether an error is a problem of our API with one of these codes. */
export const isProblem = (error: unknown, ...codes: string[]): error is ApiProblem =>
  error instanceof ApiProblem && codes.includes(error.code);

export interface Options {
  readonly signal?: AbortSignal;
  /** Longer than so many milliseconds nothing waits for the answer: then the call fails with the code `timeout`. */
  readonly withinMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One call; fails with `ApiProblem`, or with the abort it was given. */
export async function call<Answer>(
  method: string,
  path: string,
  body: unknown,
  options: Options = {},
): Promise<Answer> {
  const { headers = {} } = options;
  const { signal, isLate, end } = limitOf(options);
  try {
    return await answerTo(method, path, body, { signal, headers });
  } catch (error) {
    throw isLate() ? TIMEOUT : error;
  } finally {
    end();
  }
}

/** By hand: `AbortSignal.any` and `AbortSignal.timeout` are missing in browsers that are still in use. */
function limitOf({ signal, withinMs }: Options) {
  const limit = new AbortController();
  let isLate = false;
  const abort = () => limit.abort();
  const late = () => {
    isLate = true;
    abort();
  };
  const timer = withinMs === undefined ? undefined : setTimeout(late, withinMs);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  const end = () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  };
  return { signal: limit.signal, isLate: () => isLate, end };
}

type Sending = Required<Pick<Options, 'signal' | 'headers'>>;

async function answerTo<Answer>(
  method: string,
  path: string,
  body: unknown,
  { signal, headers }: Sending,
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    signal,
    headers: {
      accept: 'application/json',
      ...(body === undefined || body instanceof Blob ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw OFFLINE;
  });
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

const TIMEOUT = new ApiProblem({ status: 0, code: 'timeout', title: 'The server takes too long', errors: [] });

const OFFLINE = new ApiProblem({
  status: 0,
  code: 'offline',
  title: 'The server cannot be reached. Are you online?',
  errors: [],
});

async function problemOf(response: Response): Promise<ApiProblem> {
  const said = (await response.json().catch(() => ({}))) as Partial<ProblemFacts>;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ApiProblem({
    status: response.status,
    code: said.code ?? 'internal',
    title: said.title ?? 'Something went wrong on our side',
    ...(said.detail === undefined ? {} : { detail: said.detail }),
    ...(said.says === undefined ? {} : { says: said.says }),
    errors: said.errors ?? [],
    ...(Number.isFinite(retryAfter) ? { retryAfterSeconds: retryAfter } : {}),
  });
}

/** The guests' calls of our API, same origin; hosts' pages have all of them in `host/data/api.ts`. */
export const api = {
  get: <Answer>(path: string, options?: Options) => call<Answer>('GET', path, undefined, options),
  post: <Answer = void>(path: string, body?: unknown, options?: Options) => call<Answer>('POST', path, body, options),
};
