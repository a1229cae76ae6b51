import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { type BookingSummary, bookingQuery } from './bookings.ts';

const KEY = ['affected-bookings'];

/** Keeps bookings that hours just saved no longer cover, until the host has closed their list. */
export function keepAffected(client: QueryClient, affected: readonly BookingSummary[]): void {
  const ids = new Set(affected.map(({ id }) => id));
  client.setQueryData<BookingSummary[]>(KEY, (before = []) => [
    ...before.filter(({ id }) => !ids.has(id)),
    ...affected,
  ]);
}

/** What was kept, as it was when the hours were saved, and how to forget it. */
export function useAffected() {
  const client = useQueryClient();
  const { data = [] } = useQuery<BookingSummary[]>({ queryKey: KEY, enabled: false, gcTime: Infinity });
  return { bookings: data, close: () => client.setQueryData<BookingSummary[]>(KEY, []) };
}

/** An affected booking as it is now: read again once the host `isActing` on it, and every other time as last seen. */
export function useAffectedNow(affected: BookingSummary, isActing: boolean): BookingSummary {
  return useQuery({ ...bookingQuery(affected.id), enabled: isActing }).data ?? affected;
}
