import { useEffect } from 'react';

/**
 * What a page in a frame tells the page around it. Any site may frame us, so it holds neither names nor the guest's link.
 * `api/static/embed.js` reads it.
 */
type Told =
  | { readonly event: 'ready' }
  /** Pixels that the page needs to be shown whole. */
  | { readonly event: 'height'; readonly height: number }
  | { readonly event: 'booked' | 'rescheduled' | 'cancelled'; readonly startsAt: string; readonly endsAt: string };

const isEmbedded = () => window.parent !== window;

/** Tells the page around this one, where there is one. */
export function tellParent(told: Told): void {
  // To whichever site it is: nothing in it is secret.
  if (isEmbedded()) window.parent.postMessage({ source: 'insytical', ...told }, '*');
}

/** Shows a page in a frame as a part of the page around it. */
export function useFrame(): void {
  useEffect(() => {
    if (isEmbedded()) void import('./frame.ts').then(({ fitFrame }) => fitFrame());
  }, []);
}
