import { randomUUIDv7 } from 'node:crypto';
import { vi } from 'vitest';
import { ProviderError } from '#providers/provider-error.ts';
import type { Access, LiveMeeting, Provider, WantedMeeting } from '#providers/provider.ts';

const HOUR = 3_600_000;

/** A meeting some days ahead, half an hour long. @param hours how many hours later than the usual one */
export function wantedMeeting(hours = 0): WantedMeeting {
  const startsAt = (Math.floor(Date.now() / HOUR) + 72 + hours) * HOUR;
  return {
    startsAt,
    endsAt: startsAt + HOUR / 2,
    title: 'Consultation with Zoë <z> & "Co"',
    description: 'Booked through Insytical.',
    timeZone: 'Europe/Berlin',
  };
}

/** A marker as the application makes them. */
export function newMarker(): string {
  return `test.${randomUUIDv7()}`;
}

/** Only the times, to compare meetings by. */
export function timesOf({ startsAt, endsAt }: { startsAt: number; endsAt: number }) {
  return { startsAt, endsAt };
}

/** Reads the meeting until its link is there, as far as one is expected. */
export async function withLink(provider: Provider, access: Access, meeting: LiveMeeting): Promise<LiveMeeting> {
  if (meeting.joinUrl !== null || !meeting.linkExpected) return meeting;
  return vi.waitFor(
    async () => {
      const now = await provider.getMeeting(access, meeting.id);
      if (now === null || now.joinUrl === null) throw new Error('The link is not there yet');
      return now;
    },
    { timeout: 8_000, interval: 100 },
  );
}

/** The ProviderError a call fails with. */
export async function failureOf(work: Promise<unknown>): Promise<ProviderError> {
  const error = await work.then(
    () => new Error('This should have failed'),
    (error: unknown) => error,
  );
  if (!(error instanceof ProviderError)) throw error;
  return error;
}
