import { logIn } from '#dev/clients/host.ts';
import { openRaw, type RawConnection } from './raw.ts';
import { type Attack, attacker, type Field } from './stage.ts';

/** The connections stay open until the test run ends: it is the API that has to let go of them. */
const open: RawConnection[] = [];

export const unreadAnswers: Attack = {
  name: '80 clients that do not read the largest answer',
  async play({ app, demo, guests }) {
    const path = await largestAnswer({ app, demo });
    // Not all at once: what is tried here is the memory, and a busy processor would hide it.
    for (let opened = 0; opened < 80; opened += 8) {
      const clients = Array.from({ length: 8 }, (_, index) =>
        openRaw(app, [`GET ${path} HTTP/1.1`, `X-Forwarded-For: ${attacker(opened + index)}`]),
      );
      open.push(...(await Promise.all(clients)));
      await guests.visits(1);
    }
  },
};

export const inOneBreath: Attack = {
  name: 'one client that asks a thousand times in one breath and does not read',
  async play({ app, demo, guests }) {
    const path = await largestAnswer({ app, demo });
    const one = `GET ${path} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${attacker(77)}\r\n\r\n`;
    open.push(await openRaw(app, ['GET /healthz HTTP/1.1'], one.repeat(1_000)));
    // Requests are answered in turn: by then all have been.
    await guests.visits(10);
  },
};

/** Publishes the largest answer that a host can publish, and tells where. */
async function largestAnswer({ app, demo }: Pick<Field, 'app' | 'demo'>): Promise<string> {
  const host = await logIn(app, demo);
  const { slug } = await host.offer('phone', { durationMinutes: 5, slotIntervalMinutes: 5 });
  return `/api/v1/public/${demo.handle}/${slug}/slots?from=${dayFromNow(0)}&to=${dayFromNow(59)}`;
}

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
