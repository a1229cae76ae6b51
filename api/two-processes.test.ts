import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { UnexpectedAnswer } from '#dev/clients/session.ts';
import { until } from '#dev/clients/until.ts';
import { startApiProcess } from '#test/fixtures/api-process.ts';
import { at } from '#test/fixtures/bookings.ts';
import { testEnvironment } from '#test/setup/config.ts';
import { openTestDatabase } from '#test/setup/database.ts';

const MINUTE_MS = 60_000;
const GUESTS = 200;

const { url } = await openTestDatabase({ pool: 2 });
const environment = testEnvironment({ DATABASE_URL: url, LOG_LEVEL: 'silent', RATE_LIMIT_SCALE: '100000' });
const bases = [await startApiProcess(environment), await startApiProcess(environment)] as const;
const [one, other] = bases;
const host = await signUp(one);
await host.alwaysOpen();

async function offer() {
  const { slug } = await host.offer('phone', { slotIntervalMinutes: 30 });
  return { handle: host.handle, slug };
}

test(
  '200 guests ask two processes for one time: one of them gets it',
  async () => {
    const page = await offer();
    const [time = ''] = await newGuest(one).freeTimes(page, at(0), at(24 * 60));
    const statuses = await Promise.all(
      Array.from({ length: GUESTS }, (_, turn) =>
        newGuest(bases[turn % 2 === 0 ? 0 : 1])
          .book(page, time)
          .then(
            () => 201,
            (error: unknown) => (error instanceof UnexpectedAnswer ? error.status : error),
          ),
      ),
    );
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    // A busy machine asks some to come again.
    expect(statuses.filter((status) => status !== 201 && status !== 409 && status !== 503)).toEqual([]);
  },
  3 * MINUTE_MS,
);

test(
  'what one process has accepted the other soon offers no more, and never accepts',
  async () => {
    const page = await offer();
    const offeredBy = (base: string) => newGuest(base).freeTimes(page, at(0), at(24 * 60));
    const [time = ''] = await offeredBy(other);
    await newGuest(one).book(page, time);
    await expect(newGuest(other).book(page, time)).rejects.toMatchObject({ status: 409 });
    await until('the other to know', async () => !(await offeredBy(other)).includes(time));
    expect(await offeredBy(one)).not.toContain(time);
  },
  3 * MINUTE_MS,
);
