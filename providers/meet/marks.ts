import type { EventAnswer } from './event.ts';

const MARKER = 'insyticalMeeting';
const DEPLOYMENT = 'insyticalDeployment';

/** What only our app sees of an event: the marker of its row, and which installation made it. */
export function marksOf(deployment: string, marker: string): Record<string, string> {
  return { [MARKER]: marker, [DEPLOYMENT]: deployment };
}

/** Whether an event carries this marker of ours. */
export function isMarked({ extendedProperties }: EventAnswer, marker: string): boolean {
  return extendedProperties?.private[MARKER] === marker;
}

/** The list filter that leaves every foreign event out. */
export function filterFor(deployment: string, marker?: string): string {
  return marker === undefined ? `${DEPLOYMENT}=${deployment}` : `${MARKER}=${marker}`;
}
