import { rowsOf } from '#dev/clients/rows.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import type { Workflows } from '#dev/clients/workflows.ts';
import type { MailServer } from '#dev/mail-server/mail-server.ts';
import type { LedgerEntry } from '#dev/simulators/core/ledger.ts';
import type { SimMeeting } from '#dev/simulators/core/simulator.ts';
import type { StackFile } from '#dev/stack/stack-file.ts';
import { bookingWorkflowId, connectionWorkflowId } from '#workflows/signals.ts';
import type { Cast, CastHost } from './cast.ts';
import { type ReceivedMail, parseMail } from './received-mail.ts';
import type {
  BookingRow,
  ConferenceRow,
  ConnectionRow,
  EventRow,
  MailRow,
  ObservedBooking,
  Observed,
  ObservedHost,
} from './observed.ts';
import type { Played } from './people.ts';
import { describeWorkflow } from './describe-workflow.ts';

export interface Places {
  readonly file: StackFile;
  readonly mailServer: MailServer;
  readonly workflows: Workflows;
}

interface HostRows {
  readonly host_id: string;
  readonly bookings: readonly BookingRow[] | null;
  readonly connections: readonly ConnectionRow[] | null;
}

const HOST_ROWS = `
  select u.id as host_id,
         (select jsonb_agg(to_jsonb(b)) from bookings b where b.host_id = u.id) as bookings,
         (select jsonb_agg(to_jsonb(k)) from connections k where k.host_id = u.id) as connections
    from users u where u.handle = $1`;

interface BookingRows {
  readonly conferences: readonly ConferenceRow[] | null;
  readonly mails: readonly MailRow[] | null;
  readonly events: readonly EventRow[] | null;
}

const BOOKING_ROWS = `
  select (select jsonb_agg(to_jsonb(c) order by c.created_at, c.id) from conferences c where c.booking_id = $1) as conferences,
         (select jsonb_agg(to_jsonb(m) order by m.created_at, m.id) from email_deliveries m where m.booking_id = $1) as mails,
         (select jsonb_agg(to_jsonb(e) order by e.id) from booking_events e where e.booking_id = $1) as events`;

/** Looks at everything from outside: API, providers' ledgers, mailbox, database and Temporal. */
export async function observe(
  places: Places,
  { hosts, guests }: Cast,
  played: readonly Played[],
): Promise<Omit<Observed, 'undone' | 'leaks' | 'mayRepeatMails'>> {
  const { database } = places.file;
  const [clock] = await rowsOf<{ now: Date }>(database, 'select now()');
  const addresses = new Set([...hosts, ...guests].map(({ client }) => client.email.toLowerCase()));
  const theirs = places.mailServer.received.filter(({ to, taken }) => taken && addresses.has(to));
  const inbox = await Promise.all(theirs.map(parseMail));
  const seen = await Promise.all(hosts.map((host) => observeHost(places, host, played, inbox)));
  const known = new Set(seen.flatMap(({ bookings }) => bookings.map(({ id }) => id)));
  const unsure = new Set(
    played.filter(({ answer }) => answer.kind === 'silence').map(({ guest }) => guest.client.email.toLowerCase()),
  );
  const markers = new Set(seen.flatMap(({ bookings }) => bookings.flatMap(markersOf)));
  return {
    now: clock?.now.getTime() ?? Date.now(),
    hosts: seen.map(({ host }) => host),
    bookings: seen.flatMap(({ bookings }) => bookings),
    strangers: seen.flatMap(({ meetings }) => meetings).filter(({ marker }) => !markers.has(marker ?? '')),
    calls: seen.flatMap(({ calls }) => calls),
    unknownBookings: seen
      .flatMap(({ rows }) => rows)
      .filter(({ id, guest_email }) => !known.has(id) && !unsure.has(guest_email)),
  };
}

interface SeenHost {
  readonly host: ObservedHost;
  readonly bookings: readonly ObservedBooking[];
  readonly meetings: readonly SimMeeting[];
  readonly calls: readonly LedgerEntry[];
  readonly rows: readonly BookingRow[];
}

async function observeHost(
  places: Places,
  host: CastHost,
  played: readonly Played[],
  inbox: readonly ReceivedMail[],
): Promise<SeenHost> {
  const provider = openSimulator(places.file.simulators, host.plan.provider);
  const [[rows], account, meetings, ledger, connection] = await Promise.all([
    rowsOf<HostRows>(places.file.database, HOST_ROWS, [host.client.handle]),
    provider.accounts().then((all) => all.find(({ email }) => email.startsWith(`${host.account}@`))),
    provider.meetings(),
    provider.ledger(),
    host.client.integration(host.plan.provider),
  ]);
  const connections = rows?.connections ?? [];
  const theirs = meetings.filter(({ accountId }) => accountId === account?.id);
  const about = { host, connection, connections, meetings: theirs, inbox, rows: rows?.bookings ?? [] };
  const made = played.filter(({ booking, host: { label } }) => label === host.label && booking !== null);
  return {
    host: {
      label: host.label,
      connections: await Promise.all(
        connections.map(async (row) => ({
          ...row,
          workflow: await describeWorkflow(places.workflows.client, connectionWorkflowId(row.id)),
        })),
      ),
    },
    bookings: await Promise.all(made.map((one) => observeBooking(places, one, about))),
    meetings: theirs,
    calls: ledger.filter(({ accountId }) => accountId === account?.id),
    rows: rows?.bookings ?? [],
  };
}

interface About {
  readonly host: CastHost;
  readonly connection: ObservedBooking['connection'];
  readonly connections: readonly ConnectionRow[];
  readonly meetings: readonly SimMeeting[];
  readonly inbox: readonly ReceivedMail[];
  readonly rows: readonly BookingRow[];
}

async function observeBooking(places: Places, played: Played, about: About): Promise<ObservedBooking> {
  const { guest, booking } = played;
  if (booking === null) throw new Error(`guest ${guest.label} has no booking`);
  const { id, token } = booking;
  const row = about.rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`booking ${guest.label} was answered and is not there`);
  const [[rows], guestSees, hostSees, workflow] = await Promise.all([
    rowsOf<BookingRows>(places.file.database, BOOKING_ROWS, [id]),
    guest.client.read(token),
    about.host.client.booking(id),
    describeWorkflow(places.workflows.client, bookingWorkflowId(id)),
  ]);
  const conferences = rows?.conferences ?? [];
  const markers = new Set(conferences.map(({ marker }) => marker));
  const to = (address: string) =>
    about.inbox.filter((mail) => mail.to === address.toLowerCase() && mail.thread.includes(id));
  return {
    ...played,
    id,
    row,
    guestSees,
    hostSees,
    workflow,
    conferences,
    mails: rows?.mails ?? [],
    events: rows?.events ?? [],
    meetings: about.meetings.filter(({ marker }) => markers.has(marker ?? '')),
    inbox: { guest: to(guest.client.email), host: to(about.host.client.email) },
    connection: about.connection,
    connections: about.connections,
  };
}

const markersOf = ({ conferences }: ObservedBooking): string[] => conferences.map(({ marker }) => marker);
