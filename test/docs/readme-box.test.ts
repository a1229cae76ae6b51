import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { summary } from '#dev/stack/summary.ts';

/** A start on the default ports, with passwords that are none. */
const START = {
  app: 'http://localhost:3000',
  temporal: '127.0.0.1:7233',
  temporalUi: 'http://127.0.0.1:8233',
  mailbox: 'http://127.0.0.1:1080',
  smtp: 'smtp://127.0.0.1:1025',
  simulators: 'http://127.0.0.1:4010',
  database: 'postgres://127.0.0.1:54321/insytical',
  pids: {},
  demo: {
    email: 'demo@example.com',
    password: '············',
    handle: 'demo',
    eventTypes: { zoom: 'zoom-30', teams: 'teams-30', meet: 'meet-30' },
  },
  nova: { email: 'nova@example.com', password: '············', handle: 'nova' },
};

test('shows the box that npm start prints', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`\n${summary(START, '.data', 9.8)}\n\`\`\``);
});
