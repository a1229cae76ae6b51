import type { Call } from './call.ts';

interface Row {
  readonly id: string;
  /** A private event of the host's own. */
  readonly isPrivate: boolean;
}

/** The ledger names what a list brought: a private appointment before a meeting of the app, which is named where it is alone. */
export function noteRead<R extends Row>(
  { about }: Call,
  rows: readonly R[],
  markerOf: (row: R) => string | null,
): void {
  const row = rows.find(({ isPrivate }) => isPrivate) ?? (rows.length === 1 ? rows[0] : undefined);
  if (row === undefined) return;
  about.meetingId = row.id;
  const marker = markerOf(row);
  if (marker !== null) about.marker = marker;
}
