import { pino } from 'pino';

/** Structured log on standard output. Fields carry ids and states, never names, addresses, links or tokens. */
export const log = pino({
  level: process.env['LOG_LEVEL'] ?? 'info',
  base: { process: process.env['PROCESS_NAME'] ?? 'app' },
  redact: {
    paths: [
      'email',
      '*.email',
      'name',
      '*.name',
      'joinUrl',
      '*.joinUrl',
      'token',
      '*.token',
      'accessToken',
      '*.accessToken',
      'refreshToken',
      '*.refreshToken',
      'authorization',
      '*.authorization',
      'cookie',
      '*.cookie',
    ],
    censor: '[redacted]',
  },
});

/** What may be said of an unknown error in a log: its class, code and stack's own frames, without its message. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6);
  return { error: error.name, code: (error as { code?: unknown }).code, frames };
}
