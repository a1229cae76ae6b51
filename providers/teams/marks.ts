import type { EventAnswer } from './event.ts';

/** Our own property set; https://learn.microsoft.com/graph/api/resources/extended-properties-overview */
const OURS = '{6f3f1f0a-6d0b-4c55-9f0e-0b8f5a1c7d21}';
const MARKER = `String ${OURS} Name InsyticalMeeting`;
const DEPLOYMENT = `String ${OURS} Name InsyticalDeployment`;

/** Makes an answer carry the marker. */
export const WITH_MARKER = `singleValueExtendedProperties($filter=id eq '${MARKER}')`;

/** What an event is known by: the marker of its row, and which installation made it. */
export function marksOf(deployment: string, marker: string): { id: string; value: string }[] {
  return [
    { id: MARKER, value: marker },
    { id: DEPLOYMENT, value: deployment },
  ];
}

/** The marker an event carries; undefined on events that are not ours. */
export function markerOf({ singleValueExtendedProperties }: EventAnswer): string | undefined {
  return singleValueExtendedProperties?.find(({ id }) => isSameProperty(id, MARKER))?.value;
}

/** The list filters that leave every foreign event out. */
export const markedAs = (marker: string) => filter(MARKER, marker);
export const madeBy = (deployment: string) => filter(DEPLOYMENT, deployment);

function filter(property: string, value: string): string {
  return `singleValueExtendedProperties/Any(ep: ep/id eq '${property}' and ep/value eq '${value.replaceAll("'", "''")}')`;
}

/** Graph may write the set's GUID in another case. */
function isSameProperty(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
