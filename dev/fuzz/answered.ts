const SAMPLE = /^http_request_duration_seconds_count\{method="(\w+)",route="([^"]+)",status="(\d)\d\d"\} (\d+)$/gm;

export interface Answered {
  /** Answers by the first digit of their status. */
  readonly byClass: ReadonlyMap<string, number>;
  /** Described routes that never answered 2xx: the fuzzer found no valid request. */
  readonly neverGood: readonly string[];
}

/** What the API has answered since it started, by its own metrics. */
export async function readAnswered(app: string): Promise<Answered> {
  const text = await (await fetch(`${app}/metrics`)).text();
  const byClass = new Map<string, number>();
  const good = new Set<string>();
  const asked = new Set<string>();
  for (const [, method = '', route = '', digit = '', count = '0'] of text.matchAll(SAMPLE)) {
    byClass.set(digit, (byClass.get(digit) ?? 0) + Number(count));
    if (!METHODS.has(method) || !route.startsWith('/api/v1')) continue;
    asked.add(`${method} ${route}`);
    if (digit === '2') good.add(`${method} ${route}`);
  }
  return { byClass, neverGood: [...asked].filter((route) => !good.has(route)) };
}

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
