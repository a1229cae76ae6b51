import type { StackFile } from './stack-file.ts';

/** The box that ends the start: where everything is and who can log in. */
export function summary(stack: StackFile, dataFolder: string, seconds: number): string {
  const { demo, nova } = stack;
  const pages = Object.values(demo.eventTypes).map((slug) => `${stack.app}/${demo.handle}/${slug}`);
  return box([
    `Ready after ${seconds.toFixed(1)} s. Ctrl-C stops everything; data stays in ${dataFolder}`,
    '',
    `App          ${stack.app}`,
    `Mailbox      ${stack.mailbox}`,
    ...(stack.temporalUi === undefined ? [] : [`Temporal UI  ${stack.temporalUi}`]),
    `Providers    ${stack.simulators}  (simulated; play their side here)`,
    ...(stack.databaseFiles === undefined ? [] : [`Database     its files are in ${stack.databaseFiles}`]),
    '',
    `Book         ${pages[0] ?? `${stack.app}/${demo.handle}`}`,
    ...pages.slice(1).map((page) => `             ${page}`),
    '',
    `Host "demo"  ${demo.email}  ${demo.password}  open at all hours`,
    `Host "nova"  ${nova.email}  ${nova.password}  newly signed up`,
  ]);
}

function box(lines: readonly string[]): string {
  const width = Math.max(...lines.map((line) => line.length));
  const edge = '─'.repeat(width + 2);
  return [`┌${edge}┐`, ...lines.map((line) => `│ ${line.padEnd(width)} │`), `└${edge}┘`].join('\n');
}
