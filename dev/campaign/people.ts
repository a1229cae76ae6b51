import { setTimeout as sleep } from 'node:timers/promises';
import type { GuestBooking } from '#api/guest/schema.ts';
import { type Answer, askUntilAnswered, inWords } from './ask-until-answered.ts';
import type { Cast, CastGuest, CastHost } from './cast.ts';
import type { Chronicle } from './chronicle.ts';
import type { Act, RoundPlan, Step } from './plan.ts';

/** One request about a booking, and its answer. */
export interface Asked {
  readonly act: Act;
  /** The time that was asked for, RFC 3339; null where the act has none. */
  readonly startsAt: string | null;
  readonly from: number;
  readonly to: number;
  readonly answer: Answer<unknown>;
}

/** A guest's booking as people know it: null where there came to be none. */
export interface Played {
  readonly guest: CastGuest;
  readonly host: CastHost;
  readonly booking: GuestBooking | null;
  /** What the guest was told who asked for it. */
  readonly answer: Answer<GuestBooking>;
  readonly asked: readonly Asked[];
}

/** Lets everybody act at their times, and waits until the last of them has a definite answer. */
export async function playPeople(cast: Cast, { steps }: RoundPlan, chronicle: Chronicle): Promise<Played[]> {
  const asked = cast.guests.map((): Asked[] => []);
  const bookings = cast.guests.map((guest) => book(cast, guest, chronicle));
  const acting = steps.map(async (step) => {
    await untilTime(chronicle, step.at);
    if ('host' in step) return onConnection(cast, step, chronicle);
    const guest = cast.guests[step.booking];
    const booking = valueOf(await bookings[step.booking]);
    if (guest === undefined || booking === null) return;
    asked[step.booking]?.push(await onBooking(cast, guest, booking, step.act, chronicle));
  });
  const answers = await Promise.all(bookings);
  await Promise.all(acting);
  return answers.map((answer, index) => {
    const guest = cast.guests[index] as CastGuest;
    return { guest, host: hostOf(cast, guest), booking: valueOf(answer), answer, asked: asked[index] ?? [] };
  });
}

const valueOf = (answer: Answer<GuestBooking> | undefined): GuestBooking | null =>
  answer?.kind === 'yes' ? answer.value : null;

const untilTime = ({ began }: Chronicle, at: number) => sleep(Math.max(0, began + at - Date.now()));

const hostOf = ({ hosts }: Cast, { plan }: CastGuest): CastHost => {
  const host = hosts[plan.host];
  if (host === undefined) throw new Error(`there is no host ${plan.host}`);
  return host;
};

async function book(cast: Cast, guest: CastGuest, chronicle: Chronicle): Promise<Answer<GuestBooking>> {
  const { plan, client, label } = guest;
  await untilTime(chronicle, plan.at);
  const { client: host, slugs } = hostOf(cast, guest);
  const slug = plan.slot === null ? slugs.soon : plan.needsApproval ? slugs.approval : slugs.plain;
  const startsAt = cast.startOf(plan.slot);
  const answer = await askUntilAnswered(() => client.bookOnce({ handle: host.handle, slug }, startsAt));
  const kind = plan.needsApproval && plan.slot !== null ? 'requests' : 'books';
  chronicle.tell(`guest ${label}`, `${kind} ${clock(startsAt)} → ${inWords(answer)}`);
  return answer;
}

async function onConnection(
  cast: Cast,
  step: Extract<Step, { readonly host: number }>,
  chronicle: Chronicle,
): Promise<void> {
  const host = cast.hosts[step.host];
  if (host === undefined) return;
  const { client, plan } = host;
  const answer = await askUntilAnswered(() =>
    step.act === 'connect'
      ? client.connect(plan.provider, host.account)
      : client.json('DELETE', `/api/v1/integrations/${plan.provider}`),
  );
  chronicle.tell(`host ${host.label}`, `${step.act}s ${plan.provider} → ${inWords(answer)}`);
}

async function onBooking(cast: Cast, guest: CastGuest, booking: GuestBooking, act: Act, chronicle: Chronicle) {
  const from = Date.now();
  const startsAt = act.kind === 'move' ? cast.startOf(act.slot) : null;
  const host = hostOf(cast, guest);
  const answer = await askUntilAnswered(() => perform(host, guest, booking, act, startsAt ?? ''));
  const who = 'by' in act ? act.by : 'host';
  const name = who === 'guest' ? `guest ${guest.label}` : `host ${host.label}`;
  const where = who === 'provider' ? ` at ${host.plan.provider}` : '';
  const to = startsAt === null ? '' : ` to ${clock(startsAt)}`;
  chronicle.tell(name, `${act.kind} ${guest.label}${to}${where} → ${inWords(answer)}`);
  return { act, startsAt, from, to: Date.now(), answer };
}

/** Does one thing, once. @throws UnexpectedAnswer where the product says no */
async function perform(
  host: CastHost,
  { client, label }: CastGuest,
  { id, token }: GuestBooking,
  act: Act,
  startsAt: string,
): Promise<unknown> {
  const atHost = (verb: string, body: object = {}) => host.client.json('POST', `/api/v1/bookings/${id}/${verb}`, body);
  switch (act.kind) {
    case 'move':
      if (act.by === 'guest') return client.reschedule(token, startsAt);
      if (act.by === 'host') return atHost('reschedule', { startsAt });
      return atProvider(host, client.name, (meetingId) => host.provider.move(meetingId, startsAt));
    case 'cancel':
      if (act.by === 'guest') return client.cancel(token);
      if (act.by === 'host') return atHost('cancel');
      return atProvider(host, client.name, (meetingId) => host.provider.remove(meetingId));
    case 'confirm':
    case 'decline':
    case 'resend':
      return atHost(act.kind);
    case 'paste link':
      return host.client.json('PUT', `/api/v1/bookings/${id}/link`, { url: pastedLink(label) });
  }
}

/** The link that a host pastes for a guest. */
export const pastedLink = (label: string): string => `https://rooms.example.com/${label.toLowerCase()}`;

/** What a host does in the provider's own pages; nothing where no meeting is there. */
async function atProvider(host: CastHost, guestName: string, work: (meetingId: string) => Promise<void>) {
  const meeting = (await host.provider.meetings()).find(({ title }) => title.endsWith(` with ${guestName}`));
  if (meeting === undefined) return 'there is no meeting';
  await work(meeting.id);
  return 'done';
}

export const clock = (startsAt: string): string => `${startsAt.slice(5, 10)} ${startsAt.slice(11, 16)}`;
