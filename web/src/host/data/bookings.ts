import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type { BookingsView } from '#api/bookings/schema.ts';
import type { Booking as HostBooking, BookingSummary, NewBooking } from '#api/openapi/client/types.ts';
import { isProblem } from '../../shared/api.ts';
import { tellProblem } from '../parts/tell.tsx';
import { t } from '../text.ts';
import { api } from './api.ts';

export type { BookingsView, BookingSummary, HostBooking };
export type BookingStatus = HostBooking['status'];

const PATH = '/api/v1/bookings';

/** Guests book, and platforms move meetings, while a host looks at the page. */
const REFRESH_MS = 10_000;

export interface BookingsFilter {
  readonly view: BookingsView;
  readonly q: string;
  /** Of this event type alone. */
  readonly eventType?: string | undefined;
  /** Dates of the first and the last that begin, in `timeZone`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly timeZone?: string;
}

type Asked = { [Field in keyof BookingsFilter]?: Exclude<BookingsFilter[Field], undefined> };

/** What is left empty is not asked for. */
const asQuery = (filter: BookingsFilter): Asked =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));

export const bookingsQuery = (filter: BookingsFilter) =>
  infiniteQueryOptions({
    queryKey: ['bookings', 'list', filter] as const,
    queryFn: ({ pageParam, signal }) =>
      api.get(PATH, { query: { ...asQuery(filter), ...(pageParam !== null && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: REFRESH_MS,
    // While a search is typed, what was found before stays until the new answer is there.
    placeholderData: (found, query) => (query?.queryKey[2].view === filter.view ? found : undefined),
  });

/** How many bookings wait for the host's answer: "3", "50+" where there are more than were read, nothing for none. */
export function useRequestCount(): string {
  const { data, hasNextPage } = useInfiniteQuery(bookingsQuery({ view: 'pending', q: '' }));
  const known = data?.pages.flatMap((page) => page.items).length ?? 0;
  return known === 0 ? '' : `${known}${hasNextPage ? '+' : ''}`;
}

/** Spreadsheets part columns by semicolons where the decimal mark is a comma. */
const separator = new Intl.NumberFormat().format(0.5).includes(',') ? 'semicolon' : 'comma';

export const csvAddress = (filter: BookingsFilter) =>
  `${PATH}.csv?${new URLSearchParams({ ...asQuery(filter), separator })}`;

/** One booking; asked again every 3 s while its link is being made, else now and then. */
export const bookingQuery = (id: string) =>
  queryOptions({
    queryKey: ['bookings', 'one', id],
    queryFn: ({ signal }) => api.get(`${PATH}/{id}`, { path: { id }, signal }),
    refetchInterval: ({ state: { data } }) =>
      data?.status === 'confirmed' && data.conference.status === 'pending' ? 3_000 : REFRESH_MS,
  });

export type BookingAction =
  | { readonly verb: 'confirm' | 'resend' }
  | { readonly verb: 'decline' | 'cancel' | 'ask-to-reschedule'; readonly reason: string }
  | { readonly verb: 'reschedule'; readonly startsAt: string; readonly reason: string }
  | { readonly verb: 'link'; readonly url: string }
  | { readonly verb: 'guest'; readonly name: string; readonly email: string }
  | { readonly verb: 'no-show'; readonly noShow: boolean }
  | { readonly verb: 'notes'; readonly notes: string }
  | { readonly verb: 'removeGuest'; readonly guestId: string };

function send(id: string, revision: number, action: BookingAction): Promise<HostBooking> {
  const path = { id };
  switch (action.verb) {
    case 'confirm':
    case 'resend':
      return api.post(`${PATH}/{id}/${action.verb}`, { path, body: { revision } });
    case 'decline':
    case 'cancel':
    case 'ask-to-reschedule':
      return api.post(`${PATH}/{id}/${action.verb}`, { path, body: { ...reasonOf(action), revision } });
    case 'reschedule':
      return api.post(`${PATH}/{id}/reschedule`, {
        path,
        body: { startsAt: action.startsAt, ...reasonOf(action), revision },
      });
    case 'link':
      return api.put(`${PATH}/{id}/link`, { path, body: { url: action.url, revision } });
    case 'guest':
      return api.put(`${PATH}/{id}/guest`, { path, body: { name: action.name, email: action.email, revision } });
    case 'no-show':
      return api.put(`${PATH}/{id}/no-show`, { path, body: { noShow: action.noShow } });
    case 'notes':
      return api.put(`${PATH}/{id}/notes`, { path, body: { notes: action.notes } });
    case 'removeGuest':
      return api.delete(`${PATH}/{id}/guests/{guestId}`, { path: { id, guestId: action.guestId } });
  }
}

/** A reason left empty is none. */
const reasonOf = ({ reason }: { readonly reason: string }) => reason !== '' && { reason };

export function useBookForGuest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ eventTypeId, ...body }: NewBooking & { readonly eventTypeId: string }) =>
      api.post('/api/v1/event-types/{id}/bookings', { path: { id: eventTypeId }, body }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['bookings', 'list'] }),
        client.invalidateQueries({ queryKey: ['event-types', 'slots'] }),
      ]),
  });
}

/** True where the booking has changed since the host saw it. */
export const isOvertaken = (error: unknown) => isProblem(error, 'stale', 'invalid_transition', 'not_found');

/** Acts on a booking as the host saw it; if it has changed since, says so and shows the new state. */
export function useBookingAction(booking: { readonly id: string; readonly revision: number }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (action: BookingAction) => send(booking.id, booking.revision, action),
    onSuccess: async (changed) => {
      client.setQueryData(bookingQuery(booking.id).queryKey, changed);
      await client.invalidateQueries({ queryKey: ['bookings', 'list'] });
    },
    onError: async (error) => {
      if (isProblem(error, 'slot_taken', 'slot_unavailable'))
        await client.invalidateQueries({ queryKey: ['event-types', 'slots'] });
      if (!isOvertaken(error)) return;
      tellProblem(t('bookings.noChanges'), error);
      await client.invalidateQueries({ queryKey: ['bookings'] });
    },
  });
}
