/** An answer of the API that was none of the expected ones. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  readonly status: number;
  /** The parsed problem, or the text as it came. */
  readonly answer: unknown;

  constructor(request: string, status: number, answer: unknown) {
    super(`${request} answered ${status}: ${JSON.stringify(answer)}`);
    this.status = status;
    this.answer = answer;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One browser's worth of cookies, over plain HTTP. Redirects are followed by `visit` only. */
export interface Session {
  readonly base: string;
  /** The app's cookies as they are now, by name. */
  readonly cookies: ReadonlyMap<string, string>;
  request(method: Method, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** @throws UnexpectedAnswer for anything but a 2xx; a 204 is undefined */
  json<T>(method: Method, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<T>;
  /** Opens an address and follows its redirects, as a browser window would; returns the last answer and its address. */
  visit(address: string): Promise<{ response: Response; url: URL }>;
}

const MOST_REDIRECTS = 10;

/** A new session at the app's base address. */
export function openSession(base: string): Session {
  const origin = new URL(base).origin;
  const cookies = new Map<string, string>();

  const send = async (url: URL, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    const ours = url.origin === origin;
    if (ours && cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    if (ours) for (const line of response.headers.getSetCookie()) keep(cookies, line);
    return response;
  };

  const request: Session['request'] = (method, path, body, headers = {}) =>
    send(new URL(path, base), {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  return {
    base,
    cookies,
    request,
    async json(method, path, body, headers) {
      const response = await request(method, path, body, headers);
      const text = await response.text();
      const answer: unknown = text === '' ? undefined : parsed(text);
      if (!response.ok) throw new UnexpectedAnswer(`${method} ${path}`, response.status, answer);
      return answer as never;
    },
    async visit(address) {
      let url = new URL(address, base);
      for (let hop = 0; hop < MOST_REDIRECTS; hop += 1) {
        const response = await send(url, { method: 'GET' });
        const location = response.headers.get('location');
        if (response.status < 300 || response.status >= 400 || location === null) return { response, url };
        await response.body?.cancel();
        url = new URL(location, url);
      }
      throw new Error('Redirected in a circle');
    },
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const [name = '', ...value] = pair.trim().split('=');
  const gone = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
  if (gone) cookies.delete(name);
  else cookies.set(name, value.join('='));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
