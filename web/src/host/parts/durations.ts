const DAY = 1_440;
const HOUR = 60;

/** "2 days", "1 hour 30 minutes", "45 minutes". */
export function inWords(minutes: number): string {
  const parts = [
    count(Math.floor(minutes / DAY), 'day'),
    count(Math.floor((minutes % DAY) / HOUR), 'hour'),
    count(minutes % HOUR, 'minute'),
  ].filter((part) => part !== null);
  return parts.length === 0 ? '0 minutes' : parts.join(' ');
}

/** "1 booking", "3 bookings". */
export const counted = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

const count = (number: number, noun: string) => (number === 0 ? null : counted(number, noun));
