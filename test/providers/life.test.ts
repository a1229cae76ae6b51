import { describe, expect, test } from 'vitest';
import { overlapsIn } from '#dev/clients/overlaps.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';
import * as broken from './cells/broken.ts';
import * as disconnected from './cells/disconnected.ts';
import * as made from './cells/made-here.ts';
import { type Stage, stageOf } from './stage.ts';
import { type ProviderTraits, PROVIDERS } from './provider-traits.ts';

const LINK_WAIT_MS = 8_000;
/** No poll helps out: what is followed here, a notification has told. Reconnect mails come with days of two seconds. */
const stack = useStack({
  POLL_MS: '3600000',
  NOTICE_DAY_MS: '2000',
  LINK_WAIT_MS: String(LINK_WAIT_MS),
  // A busy machine, too, deletes a meeting in this time.
  DISCONNECT_GRACE_MS: '20000',
});
const scene = useScenes(stack);

type Cell = (stage: Stage) => Promise<void>;

/** The life of a connection, as docs/architecture.md and the users' guide have it. */
const UNCONNECTED: Readonly<Record<string, Cell>> = {
  connect: made.connect,
  'link pasted': disconnected.linkPasted,
};
const CONNECTED: Readonly<Record<string, Cell>> = {
  book: made.book,
  reschedule: made.reschedule,
  cancel: made.cancel,
  disconnect: disconnected.disconnect,
  'book while disconnected': disconnected.bookWhileDisconnected,
  'reconnect the same account': disconnected.reconnectSameAccount,
  'reconnect another account': disconnected.reconnectAnotherAccount,
  'create missing links': disconnected.createMissingLinks,
  'moved at the provider': made.movedAtProvider,
  'deleted at the provider': made.deletedAtProvider,
  'uninstalled at the provider': broken.uninstalled,
  'token revoked': broken.tokenRevoked,
};

/** Plays a cell on a host of its own, during which calls about one meeting never overlap. */
async function play(traits: ProviderTraits, connected: boolean, cell: Cell): Promise<string[]> {
  const stage = stageOf(stack, await scene({ provider: traits.id, connected }), traits, LINK_WAIT_MS);
  await cell(stage);
  return overlapsIn(await stage.ledgerOf());
}

describe.concurrent.each(PROVIDERS)('$id', (traits) => {
  test.each(Object.entries(UNCONNECTED))('%s', async (_name, cell) => {
    expect(await play(traits, false, cell)).toEqual([]);
  });
  test.each(Object.entries(CONNECTED))('%s', async (_name, cell) => {
    expect(await play(traits, true, cell)).toEqual([]);
  });
});
