import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { GuestBooking } from '#api/guest/schema.ts';
import type { Integration } from '#api/integrations/schema.ts';
import type { GuestClient } from '#dev/clients/guest.ts';
import { kindOf, type Mail } from '#dev/clients/mailbox.ts';
import type { SimMeeting } from '#dev/simulators/core/simulator.ts';
import { until } from '#dev/clients/until.ts';
import type { LedgerEntry } from '#dev/simulators/core/ledger.ts';
import { atRest } from '#test/scenes/at-rest.ts';
import { rowsOf } from '#dev/clients/rows.ts';
import type { Scene } from '#test/scenes/scene.ts';
import type { RunningStack } from '#test/setup/stack.ts';
import type { ProviderTraits } from './provider-traits.ts';

/** One booking with the guest who made it. */
export interface Booked {
  readonly guest: GuestClient;
  readonly booking: GuestBooking;
}

/** A scene with the four places where a connection's life shows: ledger, API, mails and workflow. */
export interface Stage extends Scene {
  readonly traits: ProviderTraits;
  /** How long the first confirmation waits for a link, as the stack is set up. */
  readonly linkWaitMs: number;
  /** Connects, or reconnects, an account; by default the one the scene began with. */
  readonly connect: (account?: string) => Promise<void>;
  readonly disconnect: () => Promise<void>;
  readonly card: () => Promise<Integration>;
  /** Waits until the card reads so. */
  readonly awaitCard: (wanted: Partial<Integration>) => Promise<Integration>;
  /** Calls of an account that were answered well, in order; reads and subscriptions only where asked for by name. */
  readonly calls: (account?: string) => Promise<string[]>;
  readonly ledgerOf: (account?: string) => Promise<LedgerEntry[]>;
  /** Waits until the provider's notifications reach us, where they need a subscription. */
  readonly awaitSubscription: () => Promise<void>;
  readonly meetingOf: (booked: Booked) => Promise<SimMeeting>;
  /** What the mails tell of that were sent to an address, in order: `Confirmed`, `Zoom link`. */
  readonly kinds: (address: string) => Promise<string[]>;
  /** Waits for a mail to both sides that tells so, and returns guest's and host's. */
  readonly bothMailed: (booked: Booked, kind: RegExp) => Promise<{ guest: Mail; host: Mail }>;
  /** Rows of the stack's database, for what no address tells; $1 is the host's handle, $2 the provider's id. */
  readonly rows: <T extends object>(sql: string) => Promise<T[]>;
  /** Waits until everything due is done. */
  readonly rest: () => Promise<void>;
  /** Waits until the workflow of a booking reads so in the Temporal UI. */
  readonly awaitLine: (booked: Booked, line: string) => Promise<void>;
}

const CHANGES = new Set(['exchange', 'refresh', 'revoke', 'create', 'update', 'delete']);
const PATIENCE = { within: 45_000, every: 250 };

const opensSubscription = ({ operation, status }: LedgerEntry) => operation === 'watch' && status < 300;

/** Sets the stage on a scene. */
export function stageOf(stack: RunningStack, scene: Scene, traits: ProviderTraits, linkWaitMs: number): Stage {
  const { host, provider, mailbox, workflows } = scene;
  const firstAccount = scene.accountEmail === '' ? `robin-${randomUUID().slice(0, 12)}` : scene.accountEmail;
  const card = () => host.integration(traits.id);
  const ledgerOf = async (account = firstAccount) => {
    const id = (await provider.accounts()).find(({ email }) => email.startsWith(account))?.id;
    return (await provider.ledger()).filter(({ accountId }) => id !== undefined && accountId === id);
  };
  return {
    ...scene,
    traits,
    linkWaitMs,
    card,
    ledgerOf,
    async connect(account = firstAccount) {
      const landed = await host.connect(traits.id, account);
      expect(`${landed.pathname}${landed.search}`).toBe(`/user/integrations?connected=${traits.id}`);
    },
    disconnect: () => host.json('DELETE', `/api/v1/integrations/${traits.id}`),
    awaitCard: (wanted) =>
      until(
        `the card to read ${JSON.stringify(wanted)}`,
        async () => {
          const read = await card();
          return Object.entries(wanted).every(([key, value]) => read[key as keyof Integration] === value) && read;
        },
        PATIENCE,
      ),
    calls: async (account) =>
      (await ledgerOf(account))
        .filter(({ operation, status }) => CHANGES.has(operation) && status >= 200 && status < 300)
        .map(({ operation }) => operation),
    async awaitSubscription() {
      if (traits.id === 'zoom') return;
      await until('the subscription', async () => (await ledgerOf()).some(opensSubscription), PATIENCE);
    },
    async meetingOf({ guest }) {
      const [meeting, ...others] = await scene.meetingsOf(guest);
      expect(others).toEqual([]);
      if (meeting === undefined) throw new Error('There is no meeting for this guest');
      return meeting;
    },
    kinds: async (address) => (await mailbox.to(address)).map(kindOf),
    async bothMailed({ guest }, kind) {
      const mailTo = (address: string, about: string) =>
        until(
          `a mail like ${kind}`,
          async () =>
            (await mailbox.to(address)).findLast((mail) => kind.test(kindOf(mail)) && mail.subject.includes(about)),
          PATIENCE,
        );
      return { guest: await mailTo(guest.email, ''), host: await mailTo(host.email, guest.name) };
    },
    rows: async (sql) => rowsOf((await stack.file()).database, sql, [host.handle, traits.id]),
    rest: async () => atRest((await stack.file()).database, host.handle),
    async awaitLine({ booking }, line) {
      let last = 'nothing';
      const reads = async () => (last = await workflows.lineOf(booking.id)) === line;
      await until(`the workflow to read ${line}`, reads, PATIENCE).catch((error: unknown) => {
        throw new Error(`It reads ${last}`, { cause: error });
      });
    },
  };
}
