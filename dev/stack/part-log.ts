import { createWriteStream, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PartName } from './part.ts';

const LARGEST = 50_000_000;
const PINO_ERROR = 50;

export interface PartLog {
  readonly file: string;
  write(text: string): void;
  close(): void;
}

/**
 * Keeps what a part prints in `folder`/name.log, started afresh when it has grown large; its errors go to `say` as
 * well.
 */
export function openPartLog(folder: string, name: PartName, say: (line: string) => void): PartLog {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${name}.log`);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const stream = createWriteStream(file, { flags: size > LARGEST ? 'w' : 'a', mode: 0o600 });
  let rest = '';
  return {
    file,
    write(text) {
      stream.write(text);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const error of lines.map(errorIn).filter((line) => line !== undefined)) say(`${name.padEnd(10)} ${error}`);
    },
    close: () => void stream.end(),
  };
}

/** The message of a structured line that tells of an error; other lines stay in the file. */
function errorIn(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const { level, msg, code } = JSON.parse(line) as { level?: number; msg?: string; code?: string };
    if (level === undefined || level < PINO_ERROR || msg === undefined) return undefined;
    return code === undefined ? msg : `${msg} (${code})`;
  } catch {
    return undefined;
  }
}
