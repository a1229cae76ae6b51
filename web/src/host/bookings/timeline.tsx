import { Text } from '@mantine/core';
import type { HostBooking } from '../data/bookings.ts';
import { momentOf } from '../parts/dates.ts';

const ACTORS: Record<HostBooking['timeline'][number]['actor'], string> = {
  host: 'you',
  guest: 'guest',
  provider: 'meeting platform',
  system: 'Insytical',
  operator: 'operator',
};

interface Props {
  readonly timeline: HostBooking['timeline'];
  readonly zone: string;
}

/** The booking's story, newest first. */
export function BookingTimeline({ timeline, zone }: Props) {
  const newestFirst = timeline.toSorted((one, other) => other.at.localeCompare(one.at));
  return (
    <ol className="timeline">
      {newestFirst.map(({ at, actor, kind, text }) => (
        <li key={`${at} ${kind} ${text}`}>
          <Text size="sm">{text}</Text>
          <Text size="xs" c="dimmed">
            <time dateTime={at}>{momentOf(at, zone)}</time> · {ACTORS[actor]}
          </Text>
        </li>
      ))}
    </ol>
  );
}
