import { type AnchorHTMLAttributes, type MouseEvent, type Ref, useMemo, useSyncExternalStore } from 'react';
import { usePage } from './page-context.tsx';

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

/** The page's path and query, kept in step with Back and Forward. */
export function useAddress(): string {
  const { address } = usePage();
  return useSyncExternalStore(subscribe, here, () => address);
}

/** The page's query, kept in step with Back and Forward. */
export function useQuery(): URLSearchParams {
  const address = useAddress();
  return useMemo(() => new URLSearchParams(address.split('?')[1] ?? ''), [address]);
}

/** Parameters to set, and those to take out (null). */
export type Change = Readonly<Record<string, string | null>>;

/** An address after a step. Parameters that the step does not name stay, those we do not know included. */
export function stepFrom(address: string, change: Change): string {
  const [path = '/', search = ''] = address.split('?');
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** A path of ours in the language that this page's address asks for, if it does. */
export const useSameLanguage = (path: string): string => stepFrom(path, { lang: useQuery().get('lang') });

/** Takes a step without loading the page. `push` is one that Back undoes. */
export function takeStep(change: Change, how: 'push' | 'replace'): void {
  const address = stepFrom(here(), change);
  if (address === here() && how === 'push') return;
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
  tell();
}

interface StepLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> {
  readonly change: Change;
  /** `push` is a step that Back undoes; without scripts every step is. */
  readonly how?: 'push' | 'replace';
  /** Called in place of the step, where scripts are at work. */
  readonly onStep?: () => void;
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** A step within the page: a link that the server answers, taken without loading where scripts are at work. */
export function StepLink({ change, how = 'push', onStep, ...attributes }: StepLinkProps) {
  const href = stepFrom(useAddress(), change);
  return (
    <a
      {...attributes}
      href={href}
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        if (onStep === undefined) takeStep(change, how);
        else onStep();
      }}
    />
  );
}

/** Whether a click asks for the link here, and not in a new tab or window. */
const isPlain = ({ button, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented }: MouseEvent) =>
  button === 0 && !(altKey || ctrlKey || metaKey || shiftKey || defaultPrevented);
