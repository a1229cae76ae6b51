import type { ValidateFunction } from 'ajv';
import type { Exchange } from './checking-proxy.ts';
import { type OpenApi, type Operation, readOpenApi } from './open-api.ts';
import { undeclaredFields } from './undeclared-fields.ts';

export interface SpecCheck {
  /** Takes one exchange; those outside of the spec's own addresses are none of its business. */
  take(exchange: Exchange): void;
  /** What did not fit, one sentence each. */
  readonly violations: readonly string[];
  /** How many exchanges were held against the spec. */
  readonly checked: number;
}

/** Statuses every API may answer, which these specs leave to prose. */
const UNIVERSAL = (status: number) => status === 401 || status === 403 || status >= 500;

/** Holds exchanges against a provider's OpenAPI document. @param prefix path at which the simulator serves the spec's root */
export function createSpecCheck(file: string, prefix: string): SpecCheck {
  const spec = readOpenApi(file);
  const violations: string[] = [];
  let checked = 0;
  return {
    violations,
    get checked() {
      return checked;
    },
    take(exchange) {
      if (!exchange.url.pathname.startsWith(`${prefix}/`)) return;
      checked += 1;
      const path = exchange.url.pathname.slice(prefix.length);
      const about = `${exchange.method} ${path} → ${exchange.status}`;
      const operation = spec.find(exchange.method, path);
      const found = operation ? problemsOf(spec, operation, exchange) : ['is not in the spec'];
      violations.push(...found.map((problem) => `${about}: ${problem}`));
    },
  };
}

function problemsOf(spec: OpenApi, operation: Operation, exchange: Exchange): string[] {
  const refused = exchange.status >= 400;
  return [
    // What the provider refused need not fit; what it took must.
    ...(refused ? [] : [...queryProblems(operation, exchange.url), ...bodyProblems(spec, operation, exchange)]),
    ...answerProblems(operation, exchange),
  ];
}

function queryProblems(operation: Operation, url: URL): string[] {
  const declared = operation.parameters.filter((one) => one.in === 'query');
  const missing = declared.filter(({ name, required }) => required && !url.searchParams.has(name));
  const sent = [...url.searchParams].flatMap(([name, text]) => {
    if (!declared.some((one) => one.name === name)) return [`query ${name} is not declared`];
    const check = operation.parameter(name);
    return check === undefined || readings(text).some((value) => check(value))
      ? []
      : [`query ${name} ${messages(check)}`];
  });
  return [...missing.map(({ name }) => `query ${name} is missing`), ...sent];
}

/** A query's text may stand for a number, a truth value, a list or itself. */
function readings(text: string): unknown[] {
  const values: unknown[] = [text, [text]];
  if (/^-?\d+(\.\d+)?$/.test(text)) values.push(Number(text));
  if (text === 'true' || text === 'false') values.push(text === 'true');
  if (text.includes(',')) values.push(text.split(','));
  return values;
}

function bodyProblems(spec: OpenApi, operation: Operation, { requestBody }: Exchange): string[] {
  if (operation.requestBody === undefined)
    return requestBody === undefined ? [] : ['a request body where none is declared'];
  if (requestBody === undefined) return [];
  const undeclared = undeclaredFields(spec, operation.requestSchema, requestBody);
  const misfit = operation.requestBody(requestBody) ? [] : [`request ${messages(operation.requestBody)}`];
  return [...misfit, ...undeclared.map((field) => `request field ${field} is not declared`)];
}

function answerProblems(operation: Operation, { status, responseBody }: Exchange): string[] {
  const check = operation.responseBody(status);
  if (check === null) return UNIVERSAL(status) ? [] : ['this status is not declared'];
  if (check === undefined) return status < 300 && responseBody !== undefined ? ['a body where none is declared'] : [];
  return check(responseBody) ? [] : [`answer ${messages(check)}`];
}

function messages({ errors }: ValidateFunction): string {
  return (errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`).join('; ');
}
