const MINUTE_MS = 60_000;

/** The meeting's end and the range it blocks, buffers included. */
export function timesOf(
  rules: { durationMinutes: number; bufferBeforeMinutes: number; bufferAfterMinutes: number },
  startsAt: Date,
) {
  const endsAt = new Date(startsAt.getTime() + rules.durationMinutes * MINUTE_MS);
  return {
    startsAt,
    endsAt,
    blockedFrom: new Date(startsAt.getTime() - rules.bufferBeforeMinutes * MINUTE_MS),
    blockedUntil: new Date(endsAt.getTime() + rules.bufferAfterMinutes * MINUTE_MS),
    bufferBeforeMinutes: rules.bufferBeforeMinutes,
    bufferAfterMinutes: rules.bufferAfterMinutes,
  };
}

/** How long a booking takes, in minutes. */
export const minutesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
  (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS;
