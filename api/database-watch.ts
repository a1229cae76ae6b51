import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '#log';

/** So many looks of this length an answer may take. Looks, not a clock: where we ourselves were held up, it is not late. */
const LOOKS = 15;
const LOOK_MS = 100;
const AGAIN_AFTER_MS = 1_000;

export interface DatabaseWatch {
  /** True while the database does not answer: then it is spared, and requests are refused at once. */
  isAway(): boolean;
  /** Something was late or failed: the database itself is asked whether it is the cause. */
  suspect(): void;
}

/**
 * Knows whether the database answers, by asking it and by nothing else: a slow client, a slow provider or a busy host
 * refuses no other request. `ask` is one cheap query. Once it is away it is asked once a second, until it answers.
 */
export function watchDatabase(ask: () => Promise<unknown>): DatabaseWatch {
  let isAway = false;
  let isAsking = false;
  const askUntilItAnswers = async () => {
    isAsking = true;
    while (!(await answersInTime(ask))) {
      if (!isAway) log.error('the database does not answer; requests are refused until it does');
      isAway = true;
      await sleep(AGAIN_AFTER_MS, undefined, { ref: false });
    }
    if (isAway) log.info('the database answers again');
    isAway = false;
    isAsking = false;
  };
  return {
    isAway: () => isAway,
    suspect() {
      if (!isAsking) void askUntilItAnswers();
    },
  };
}

async function answersInTime(ask: () => Promise<unknown>): Promise<boolean> {
  let answer: boolean | undefined;
  ask().then(
    () => (answer = true),
    () => (answer = false),
  );
  for (let look = 0; look < LOOKS; look += 1) {
    await sleep(LOOK_MS, undefined, { ref: false });
    if (answer !== undefined) return answer;
  }
  return false;
}
