import type { z } from 'zod';
import { type Api, callApi, type Call } from '../http.ts';
import type { Access } from '../provider.ts';
import { eventAnswer, type EventAnswer } from './event.ts';

/** The Calendar API as one host's access reaches it. */
export interface Calendar {
  readonly api: Api;
  /** Base URL of the API with its version. */
  readonly baseUrl: string;
  /** Names this installation in the events it makes. */
  readonly deployment: string;
}

/** Mails are ours alone; without the version Google ignores what is said of conferences. */
export const NO_ATTENDEE_EMAILS = { conferenceDataVersion: '1', sendUpdates: 'none' };

interface Request<T> {
  readonly method: Call<T>['method'];
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The version of the event that may be changed; any other is refused as a conflict. */
  readonly ifMatch?: string | undefined;
  readonly answer: z.ZodType<T>;
}

/** @throws ProviderError */
export function callCalendar<T>(calendar: Calendar, access: Access, request: Request<T>): Promise<T> {
  const { method, path, query, body, ifMatch, answer } = request;
  const url = new URL(calendar.baseUrl + path);
  url.search = new URLSearchParams(query).toString();
  const headers = ifMatch === undefined ? {} : { 'If-Match': ifMatch };
  return callApi(calendar.api, { method, url, access, headers, body, answer });
}

/** Path of the host's own calendar's events. */
export const EVENTS = '/calendars/primary/events';

/** An event of the primary calendar. @throws ProviderError, `gone` where it was never or is no longer there */
export function readEvent(calendar: Calendar, access: Access, id: string): Promise<EventAnswer> {
  return callCalendar(calendar, access, { method: 'GET', path: eventPath(id), answer: eventAnswer });
}

/** Path of one event below the API's base. */
export function eventPath(id: string): string {
  return `${EVENTS}/${encodeURIComponent(id)}`;
}
