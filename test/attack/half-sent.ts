import { setTimeout as sleep } from 'node:timers/promises';
import { halfSent } from './raw.ts';
import { type Attack, attacker } from './stage.ts';

/** Longer than a body may take. */
const ANSWERED_WITHIN_MS = 30_000;
const SECONDS = 8;

/** Bodies are read for each of these routes. */
const FORMS = [
  ['/api/v1/public/demo/zoom-30/bookings', 'application/json'],
  ['/api/auth/sign-in/email', 'application/json'],
  ['/demo/zoom-30', 'application/x-www-form-urlencoded'],
] as const;

/** 500 notifications from one address, 500 bookings, logins and forms from twenty, and seven more bookings every second. */
export const halfSentBodies: Attack = {
  name: 'half-sent bodies: 500 notifications, 500 bookings, logins and forms, and seven more a second',
  async play({ app, guests }) {
    const attempts = Array.from({ length: 500 }, (_, index) => {
      const [path, type] = FORMS[index % FORMS.length] ?? FORMS[0];
      return [attempt(app, '/webhooks/zoom', attacker(0)), attempt(app, path, attacker(index), type)];
    }).flat();
    for (let turn = 0; turn < 7 * SECONDS; turn += 1) {
      attempts.push(attempt(app, FORMS[0][0], attacker(turn)));
      await sleep(1_000 / 7);
    }
    await Promise.all(attempts);
    // A process that has lost its places shows it only afterwards.
    await guests.visits(5);
  },
};

/** Sends half a body, waits for the answer that gives it up, and hangs up. */
async function attempt(app: string, path: string, from: string, type?: string): Promise<void> {
  const { status, hangUp } = await halfSent(app, path, from, type);
  await status(ANSWERED_WITHIN_MS);
  hangUp();
}
