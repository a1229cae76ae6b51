import { lazy, Suspense, useRef, useState } from 'react';
import { takeStep } from '../data/address.ts';
import { announce } from '../parts/announcer.tsx';
import { DownIcon, GlobeIcon } from '../parts/icons.tsx';
import { StepLink } from '../parts/step-link.tsx';
import { useNow } from '../times/use-now.ts';
import { useWords } from '../times/words.ts';
import { zoneName } from '../../shared/zones.ts';

const loadDialog = () => import('./zone-dialog.tsx');
const ZoneDialog = lazy(async () => ({ default: (await loadDialog()).ZoneDialog }));

interface Props {
  readonly zone: string;
  /** The host's own zone, offered beside the guest's. */
  readonly hostZone?: string;
}

/** The zone that times are shown in, with its present time; leads to the list of all zones, a dialog where scripts are at work. */
export function ZoneLink({ zone, hostZone }: Props) {
  const [isOpen, setOpen] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const words = useWords(zone);
  const now = useNow();

  function close(chosen: string | null) {
    setOpen(false);
    if (chosen === null || chosen === zone) return;
    takeStep({ tz: chosen, date: null }, 'replace');
    announce(`Times are shown in ${zoneName(chosen)}.`);
  }

  return (
    <div className="zone">
      <StepLink
        ref={link}
        className="zone-link"
        change={{ choose: 'zone' }}
        aria-haspopup="dialog"
        onStep={() => {
          // Safari focuses no link that is clicked; the dialog gives the focus back to what had it.
          link.current?.focus();
          setOpen(true);
        }}
        onPointerEnter={() => void loadDialog()}
        onFocus={() => void loadDialog()}
      >
        <GlobeIcon />
        {/* Another zone is another label: what stands behind it must not seem to move. */}
        <span key={zone}>
          <span className="visually-hidden">Time zone: </span>
          {words.zoneAt(now)} <span className="soft">· {words.time(now)}</span>
        </span>
        <DownIcon key={`${zone} down`} />
      </StepLink>
      {isOpen ? (
        <Suspense fallback={null}>
          <ZoneDialog zone={zone} {...(hostZone === undefined ? {} : { hostZone })} onClose={close} />
        </Suspense>
      ) : null}
    </div>
  );
}
