interface Limits {
  /** Jobs worked on at the same moment. */
  readonly atOnce: number;
  /** Jobs that may wait for one key, and altogether. */
  readonly waitingPerKey: number;
  readonly waiting: number;
  /** How long a job of a key that asked more than once may wait, in milliseconds. */
  readonly patienceMs: number;
}

/** There is no room for the job, because its own key asks for so much (`own`), or because of others. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
  readonly own: boolean;

  constructor(own: boolean) {
    super(own ? 'This key asks for too much' : 'Too many wait');
    this.own = own;
  }
}

export type FairQueue = <T>(key: string, job: () => Promise<T>) => Promise<T>;

interface Waiting {
  readonly key: string;
  readonly start: () => void;
  readonly refuse: (reason: QueueFull) => void;
  readonly until: number;
}

/** How long a key's requests count against it, refused ones too. */
const MEMORY_MS = 60_000;

/**
 * Runs jobs a few at a time, first those of the keys that asked least in the last minute: a crowd behind one key waits
 * and is refused before others are.
 * @throws QueueFull
 */
export function createFairQueue({ atOnce, waitingPerKey, waiting: most, patienceMs }: Limits): FairQueue {
  const waiting: Waiting[] = [];
  let asked = new Map<string, number>();
  let forgetAt = performance.now() + MEMORY_MS;
  let running = 0;

  const asksOf = (key: string) => asked.get(key) ?? 0;
  const isOwnFault = (key: string) => asksOf(key) > 1;

  const countAsk = (key: string) => {
    if (performance.now() > forgetAt) {
      asked = new Map();
      forgetAt = performance.now() + MEMORY_MS;
    }
    asked.set(key, asksOf(key) + 1);
  };

  const refuse = (job: Waiting, reason: QueueFull) => {
    waiting.splice(waiting.indexOf(job), 1);
    job.refuse(reason);
  };

  const startNext = () => {
    const now = performance.now();
    for (const job of waiting.filter(({ key, until }) => isOwnFault(key) && until < now))
      refuse(job, new QueueFull(true));
    while (running < atOnce && waiting.length > 0) {
      const next = waiting.reduce((one, other) => (asksOf(other.key) < asksOf(one.key) ? other : one));
      waiting.splice(waiting.indexOf(next), 1);
      running += 1;
      next.start();
    }
  };

  /** The last job of the key that asked most leaves, if that is another key. */
  const makeRoomFor = (key: string) => {
    const last = waiting.reduce((one, other) => (asksOf(other.key) >= asksOf(one.key) ? other : one));
    if (asksOf(last.key) <= asksOf(key)) throw new QueueFull(isOwnFault(key));
    refuse(last, new QueueFull(true));
  };

  const turn = (key: string): Promise<void> => {
    countAsk(key);
    if (waiting.filter((one) => one.key === key).length >= waitingPerKey) throw new QueueFull(true);
    if (waiting.length >= most) makeRoomFor(key);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    waiting.push({ key, start: resolve, refuse: reject, until: performance.now() + patienceMs });
    startNext();
    return promise;
  };

  return async (key, job) => {
    await turn(key);
    try {
      return await job();
    } finally {
      running -= 1;
      startNext();
    }
  };
}
