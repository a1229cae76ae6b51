import { hasHostChangedSince } from '#db/host-changes.ts';

/** What was decided within so many milliseconds is still shown: bookings are accepted by Postgres, not by what was shown. */
const FRESH_MS = 1_000;
/** Answers kept at once, each at most half a megabyte. */
const MOST = 100;

/** An answer that everybody gets who asks the same. */
export interface SharedAnswer {
  /** Whose bookings and hours it was made from. */
  readonly hostId: string;
  /** JSON. */
  readonly body: Buffer;
  /** Times in it. */
  readonly count: number;
}

interface Kept {
  /** By the clock of commands, epoch milliseconds. */
  readonly madeAt: number;
  /** By `performance.now()`. */
  readonly begunAt: number;
  readonly answer: Promise<SharedAnswer>;
}

export interface SharedAnswers {
  /** The answer to `question`, made by `make` unless one is being made or is fresh; errors are shared by those who wait. */
  get(question: string, now: Date, make: () => Promise<SharedAnswer>): Promise<SharedAnswer>;
}

/**
 * Many who look at one page at a time share one computation. An answer is a second old at most, and never older than the
 * last change of its host that this process made: who books, moves or edits sees it at once.
 */
export function createSharedAnswers(): SharedAnswers {
  /** In the order they were begun. */
  const answers = new Map<string, Kept>();

  const begin = (question: string, now: Date, make: () => Promise<SharedAnswer>): Kept => {
    const kept = { madeAt: now.getTime(), begunAt: performance.now(), answer: make() };
    answers.delete(question);
    answers.set(question, kept);
    for (const [oldest, { madeAt }] of answers) {
      if (answers.size <= MOST && isFresh(madeAt, now)) break;
      answers.delete(oldest);
    }
    kept.answer.catch(() => answers.get(question) === kept && answers.delete(question));
    return kept;
  };

  return {
    async get(question, now, make) {
      const askedAt = performance.now();
      for (;;) {
        const known = answers.get(question);
        const kept = known !== undefined && isFresh(known.madeAt, now) ? known : begin(question, now, make);
        const answer = await kept.answer;
        if (kept.begunAt >= askedAt || !hasHostChangedSince(answer.hostId, kept.begunAt)) return answer;
        if (answers.get(question) === kept) answers.delete(question);
      }
    },
  };
}

const isFresh = (madeAt: number, now: Date) => Math.abs(now.getTime() - madeAt) < FRESH_MS;
