export interface HttpClient {
  /** Asks with cookies and JSON; does not follow redirects. */
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The JSON of a successful answer; throws an error with method, path, status and the problem's code for any other. */
  json<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
}

const PATIENCE_MS = 30_000;

/** A client that keeps one site's cookies, as a browser would; `path` may also be an absolute URL. */
export function createHttpClient(baseUrl: string): HttpClient {
  const cookies = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      cookies.set(name.trim(), value.join('='));
    }
  };
  const send: HttpClient['send'] = async (method, path, body, headers = {}) => {
    const url = new URL(path, baseUrl);
    const isOurs = url.origin === new URL(baseUrl).origin;
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        ...(isOurs && cookies.size > 0 ? { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (isOurs) keep(response);
    return response;
  };
  return {
    send,
    async json<Answer>(method: string, path: string, body?: unknown) {
      const response = await send(method, path, body);
      if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer;
      const problem = (await response.json().catch(() => ({}))) as { code?: string };
      throw new Error(`${method} ${path} answered ${response.status} ${problem.code ?? ''}`.trim());
    },
  };
}
