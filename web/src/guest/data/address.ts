import { useMemo, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('popstate', tell);
  return () => listeners.delete(listener);
}

const here = () => location.pathname + location.search;

/** The page's path, kept in step with Back and Forward. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, here).split('?')[0] ?? '/';
}

/** The page's query, kept in step with Back and Forward. */
export function useQuery(): URLSearchParams {
  const address = useSyncExternalStore(subscribe, here);
  return useMemo(() => new URLSearchParams(address.split('?')[1] ?? ''), [address]);
}

export type Change = Readonly<Record<string, string | null>>;

/**
 * Sets and removes (null) parameters and leaves all others alone, those we do not know included. `push` is a step that
 * Back undoes; `state` is kept beside the address.
 */
export function changeQuery(change: Change, how: 'push' | 'replace', state: object = {}): void {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  go(location.pathname, query, how, { ...(history.state as object | null), ...state });
}

/** Another page of ours in place of this one: Back does not return to it. Parameters that are not ours come along. */
export function replacePage(path: string, dropped: readonly string[], state: unknown): void {
  const query = new URLSearchParams(location.search);
  for (const name of dropped) query.delete(name);
  go(path, query, 'replace', state);
}

function go(path: string, query: URLSearchParams, how: 'push' | 'replace', state: unknown): void {
  const search = query.toString();
  const address = search === '' ? path : `${path}?${search}`;
  if (address === here() && how === 'push') return;
  history[how === 'push' ? 'pushState' : 'replaceState'](state, '', address);
  tell();
}
