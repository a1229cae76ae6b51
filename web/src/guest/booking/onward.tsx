import { type ReactNode, useEffect } from 'react';
import type { Onward } from '#api/pages/schema.ts';
import { rich, t } from '../t.ts';
import { stepFrom, useAddress } from '../url-state.tsx';

/** Leads on to the host's page, after a time in which the booking can be read, unless its guest stays or does more here. */
export function LeadOnward({ onward: { href, site, afterSeconds } }: { readonly onward: Onward }) {
  const stay = stepFrom(useAddress(), { news: null });
  useEffect(() => {
    // Browsers that do not say so to the server are in a frame too.
    if (afterSeconds === null || window.parent !== window) return;
    const timer = setTimeout(() => {
      // Back leads to the booking, and not away from it again.
      history.replaceState(null, '', stay);
      location.assign(href);
    }, afterSeconds * 1_000);
    return () => clearTimeout(timer);
  }, [href, stay, afterSeconds]);
  const link = (children: ReactNode[]) => (
    <a href={href} target="_top" translate="no">
      {children}
    </a>
  );
  return (
    <p>
      {rich(afterSeconds === null ? 'booking.continue' : 'booking.onward', { site, link })}
      {afterSeconds === null ? null : (
        <>
          {' '}
          <a href={stay}>{t('booking.stay')}</a>
        </>
      )}
    </p>
  );
}
