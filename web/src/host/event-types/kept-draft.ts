import type { EventTypeValues } from './blank.ts';

const KEY = 'event-type-draft';

interface Kept {
  /** Null for one that was not created yet. */
  readonly id: string | null;
  readonly values: EventTypeValues;
}

/** A form's unsaved values while this window is away at a provider's page. */
export const keptDraft = {
  keep: (draft: Kept) => sessionStorage.setItem(KEY, JSON.stringify(draft)),
  read,
  /** Its values, if they are of this event type. */
  peek(id: string | null): EventTypeValues | null {
    const kept = read();
    return kept?.id === id ? kept.values : null;
  },
  forget: () => sessionStorage.removeItem(KEY),
};

function read(): Kept | null {
  const text = sessionStorage.getItem(KEY);
  return text === null ? null : (JSON.parse(text) as Kept);
}
