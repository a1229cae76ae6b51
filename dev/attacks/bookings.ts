import type { GuestBooking } from '#api/guest/schema.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { until } from '#dev/clients/until.ts';
import { type Answer, type Attack, countOf, holds, newMailbox, newNetwork, PASSWORD, times } from './attack.ts';

const bookingOf = ({ text }: Answer): GuestBooking => JSON.parse(text);
const taken = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 201).length;

const bookNothing: Attack = {
  name: '600 requests that book nothing, 30 to one mailbox, 20 for a new password',
  async play(target) {
    const page = await target.newPage();
    const never = (page.free[0] ?? '').replace(':00.', ':01.');
    const email = newMailbox();
    const one = newNetwork();
    const many = await times(600, (turn) =>
      target.book(page, { startsAt: never, from: turn % 2 === 0 ? one : newNetwork() }),
    );
    await times(30, () => target.book(page, { startsAt: never, email }));
    await times(20, () =>
      target.ask(newNetwork(), 'POST', '/api/auth/request-password-reset', { email: page.host.email }),
    );
    const guest = await target.book(page, { email });
    const link = await target.ask(newNetwork(), 'POST', '/api/auth/sign-in/magic-link', { email: page.host.email });
    await target.mailbox.awaitMail(page.host.email, /log in/i);
    holds(guest.status === 201 && link.status === 204, [guest.status, link.status]);
    return `${countOf(many)}; then the page is booked from that mailbox (201), and the host's login link arrives`;
  },
};

const holdTheCalendar: Attack = {
  name: '120 requests to a host who confirms, from one address in 11 s',
  async play(target) {
    const page = await target.newPage({ requiresConfirmation: true });
    const from = newNetwork();
    const begun = Date.now();
    const answers = await times(120, () => target.book(page, { from }));
    const took = Math.round((Date.now() - begun) / 1_000);
    const elsewhere = await target.book(page);
    holds(taken(answers) <= 10 && elsewhere.status === 201, [countOf(answers), elsewhere.status]);
    return `${countOf(answers)} in ${took} s; a guest elsewhere still asks (${elsewhere.status})`;
  },
};

const SECRET = '4915771234';

const readThePlace: Attack = {
  name: 'Reading the room link, number or address of an unconfirmed request',
  async play(target) {
    const places = [
      { kind: 'phone', value: `+${SECRET}` },
      { kind: 'link', value: `https://rooms.example/${SECRET}` },
      { kind: 'in_person', value: `Main Street ${SECRET}` },
    ];
    let read = 0;
    for (const location of places) {
      const page = await target.newPage({ location, requiresConfirmation: true });
      const answer = await target.book(page);
      const { id, token } = bookingOf(answer);
      const told = async () => {
        const path = `/api/v1/public/bookings/${token}`;
        const answers = [
          await target.ask(newNetwork(), 'GET', path),
          await target.ask(newNetwork(), 'GET', `/booking/${token}`),
          await target.ask(newNetwork(), 'GET', `${path}/calendar.ics`),
          await target.ask(newNetwork(), 'POST', `${path}/export`),
        ];
        read += answers.length;
        return answers.filter(({ text }) => text.replaceAll(/\r\n |[ -]/g, '').includes(SECRET)).length;
      };
      holds(!answer.text.includes(SECRET) && (await told()) === 0, `told while pending: ${location.kind}`);
      await page.host.json('POST', `/api/v1/bookings/${id}/decline`, {});
      holds((await told()) === 0, `told when declined: ${location.kind}`);
    }
    return `in none of ${read} answers, pages, calendar files and exports of pending and declined requests`;
  },
};

const freeTheTime: Attack = {
  name: 'A move of a confirmed booking, to free its time for another guest while the host is asked',
  async play(target) {
    const page = await target.newPage({ requiresConfirmation: true });
    const [now, later] = [page.free.shift(), page.free.shift()];
    const { id, token } = bookingOf(await target.book(page, { startsAt: now }));
    await page.host.json('POST', `/api/v1/bookings/${id}/confirm`, {});
    await newGuest(target.app).reschedule(token, later ?? '');
    const others = [await target.book(page, { startsAt: now }), await target.book(page, { startsAt: later })];
    await page.host.json('POST', `/api/v1/bookings/${id}/decline`, {});
    const { status, startsAt } = await newGuest(target.app).read(token);
    holds(taken(others) === 0 && status === 'confirmed' && startsAt === now, [countOf(others), status, startsAt]);
    return `others at both times: ${countOf(others)}; declined, the booking is ${status} at its old time`;
  },
};

/** As life has it; the stack's own waits are shortened. */
const MOVES_WITHIN_MS = 20_000;

const sixtyMoves: Attack = {
  name: 'Sixty moves of one booking in 20 s',
  async play(target) {
    const page = await target.newPage();
    const guest = newGuest(target.app);
    const { token } = await guest.book(page, page.free.shift() ?? '');
    await target.mailbox.awaitMail(guest.email, /./);
    const begun = Date.now();
    const moves = await times(60, () =>
      target.ask(newNetwork(), 'POST', `/api/v1/public/bookings/${token}/reschedule`, { startsAt: page.free.shift() }),
    );
    const took = Date.now() - begun;
    const { startsAt } = await guest.read(token);
    const isTold = async () => {
      const [open] = await target.sql<{ count: string }>(
        `select count(*) from email_deliveries where state in ('queued', 'claimed')`,
      );
      return open?.count === '0';
    };
    await until('the last mail', isTold, { within: 120_000, every: 1_000 });
    const counts = [await target.mailbox.to(guest.email), await target.mailbox.to(page.host.email)].map(
      (m) => m.length,
    );
    holds(took < 3 * MOVES_WITHIN_MS && counts.every((count) => count <= 4), [took, counts]);
    return `${countOf(moves)} in ${Math.round(took / 1_000)} s; ${counts[0]} mails to the guest, ${counts[1]} to the host, confirmation included; now at ${startsAt.slice(11, 16)}`;
  },
};

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const largestAnswer: Attack = {
  name: 'The largest answer that a host can publish',
  async play(target) {
    const finer = await signUp(target.app, { password: PASSWORD });
    const refused = await finer.request('POST', '/api/v1/event-types', {
      slug: 'finer',
      title: 'Finer',
      durationMinutes: 30,
      slotIntervalMinutes: 1,
      location: { kind: 'phone' },
    });
    const { handle, slug } = await target.newPage({ slotIntervalMinutes: 5 });
    const path = `/api/v1/public/${handle}/${slug}/slots?timeZone=UTC&from=${day(0)}&to=${day(61)}`;
    const from = newNetwork();
    const answers: Answer[] = [];
    do answers.push(await target.ask(from, 'GET', path));
    while (answers.at(-1)?.status === 200 && answers.length < 1_200);
    const kilobytes = Math.round((answers[0]?.text.length ?? 0) / 1_000);
    holds(refused.status === 422 && kilobytes < 700 && answers.at(-1)?.status === 429, [kilobytes, countOf(answers)]);
    return `${kilobytes} kB, and one address reads it ${answers.length - 1} times a minute; 1-minute times: ${refused.status}`;
  },
};

const emptyIssuer: Attack = {
  name: 'A consent’s answer with an empty `iss`',
  async play(target) {
    const host = await signUp(target.app, { password: PASSWORD });
    const meet = openSimulator(target.places.simulators, 'meet');
    const { authorizeUrl } = await host.json<{ authorizeUrl: string }>('POST', '/api/v1/integrations/meet/connect', {
      mode: 'redirect',
    });
    const before = (await meet.ledger()).length;
    const state = new URL(authorizeUrl).searchParams.get('state') ?? '';
    const { url } = await host.visit(`/oauth/meet/callback?${new URLSearchParams({ state, code: 'stolen', iss: '' })}`);
    const calls = (await meet.ledger()).length - before;
    holds(calls === 0, [url.href, calls]);
    return `${calls} calls of the token endpoint; the browser ends at ${url.pathname}?${[...url.searchParams.keys()].join('&')}`;
  },
};

export const BOOKINGS = [
  bookNothing,
  holdTheCalendar,
  readThePlace,
  freeTheTime,
  sixtyMoves,
  largestAnswer,
  emptyIssuer,
];
