import { describe, expect, test } from 'vitest';
import { overlapsIn } from '#dev/clients/overlaps.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';
import * as access from './cells/access.ts';
import * as lost from './cells/lost-answers.ts';
import * as zoom from './cells/only-zoom.ts';
import * as refusals from './cells/refusals.ts';
import * as links from './cells/without-link.ts';
import { type Stage, stageOf } from './stage.ts';
import { type ProviderTraits, PROVIDERS } from './provider-traits.ts';

const LINK_WAIT_MS = 3_000;
/** No poll helps out: what is gone at the provider is met by our own calls. */
const stack = useStack({ POLL_MS: '3600000', LINK_WAIT_MS: String(LINK_WAIT_MS) });
const scene = useScenes(stack);

type Cell = (stage: Stage) => Promise<void>;

async function newStage(traits: ProviderTraits, connected = true): Promise<Stage> {
  return stageOf(stack, await scene({ provider: traits.id, connected }), traits, LINK_WAIT_MS);
}

/**
 * Plays a fault on a host of its own, during which calls about one meeting never overlap. A slow call is left out: it
 * ends for us with our time-out, for the simulator only when it learns that we hung up.
 */
async function play(traits: ProviderTraits, cell: Cell): Promise<string[]> {
  const stage = await newStage(traits);
  await cell(stage);
  return overlapsIn((await stage.ledgerOf()).filter(({ fault }) => fault !== 'slow'));
}

const EVERYWHERE: Readonly<Record<string, Cell>> = {
  'an answer lost after the commit: one meeting, adopted': lost.answerLost,
  'an answer after our time-out: no second meeting': lost.answerLate,
  'an answer lost and a list that lags: no second meeting remains': lost.answerLostAndListed,
  'answers of a change and a deletion lost': lost.laterAnswersLost,
  'too many calls, told in each form of Retry-After': refusals.tooManyCalls,
  'gone when we change it: created again': refusals.goneOnUpdate,
  'gone when we delete it: done': refusals.goneOnDelete,
  'down for long: the confirmation does not wait for ever, the link follows': refusals.longDown,
  'a revoked access token met by eight calls at once: one refresh': access.refreshRaced,
  'a revoked access token in the middle of every operation': access.revokedInTheMiddle,
  'a stale refusal after a reconnect leaves the fresh grant alone': access.staleRefusal,
  'a grant that died while the host reconnects': access.diedWhileReconnecting,
};
const ONLY_AT: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
  zoom: {
    'the daily cap parks the work, with a word to the host': zoom.dailyCap,
    'the daily cap ends': zoom.dailyCapEnds,
    'one account on two hosts: the older connection says why': async (older) =>
      zoom.connectedElsewhere(older, await newStage(older.traits, false)),
    'a recovered meeting of a cancelled booking': zoom.recovered,
  },
  teams: {
    'a link that is late': (stage) => links.linkComesLate(stage, { linkMs: 2_500 }),
    'a link that is later than one attempt waits': (stage) => links.linkComesLate(stage, { linkMs: 10_000 }),
    'a link that never comes': (stage) => links.linkNeverComes(stage, { teamsLicence: false }),
  },
  meet: {
    'a link that is late': (stage) => links.linkComesLate(stage, { conferenceMs: 2_500 }),
    'a link that is later than one attempt waits': (stage) => links.linkComesLate(stage, { conferenceMs: 10_000 }),
    'a link that never comes': (stage) => links.linkNeverComes(stage, { conference: 'failure' }),
  },
};

describe.concurrent.each(PROVIDERS)('$id', (traits) => {
  const cells = Object.entries({ ...EVERYWHERE, ...ONLY_AT[traits.id] });
  test.each(cells)('%s', async (_name, cell) => {
    expect(await play(traits, cell)).toEqual([]);
  });
});
