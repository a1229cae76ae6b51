import type { Html } from '#mail/html.ts';
import { isTimeZone } from '#domain/slots/time-zone.ts';
import type { PageWords } from '../head.ts';
import { layout } from '../layout.ts';
import { type PageCall, sendPage } from '../page.ts';
import { fillGuestPage } from './fill-guest-page.ts';

interface Shown extends PageWords {
  /** The page without script. */
  readonly plain: Html;
  /** Answers of the API that the script would ask for first, by their path. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A guest's page: the script's page with the plain one inside, or the plain one alone while none is built. */
export async function sendGuestPage({ ctx, frontEnd }: PageCall, { plain, data, ...words }: Shown): Promise<void> {
  const build = await frontEnd.current();
  sendPage(
    ctx,
    build === null ? layout({ ...words, main: plain }) : fillGuestPage(build.guestPage, { ...words, plain, data }),
  );
}

/** The answer to a form that was not taken: the plain page again, with what was typed. */
export function sendFormAgain({ ctx }: PageCall, status: number, title: string, plain: Html): void {
  sendPage(ctx, layout({ title, hidden: true, main: plain }), status);
}

/** The zone a page shows its times in: the one wished for where it is one, else the usual one. */
export const zoneOr = (wished: string | null, usual: string) =>
  wished !== null && isTimeZone(wished) ? wished : usual;
