import { lazy, Suspense, useState } from 'react';
import { GlobeIcon, DownIcon } from '../parts/icons.tsx';
import { announce } from '../parts/announcer.tsx';
import { useNow } from '../times/use-now.ts';
import { useClock, wordsFor } from '../times/words.ts';

const loadDialog = () => import('./zone-dialog.tsx');
const ZoneDialog = lazy(async () => ({ default: (await loadDialog()).ZoneDialog }));

interface Props {
  readonly zone: string;
  /** The host's own zone, offered beside the guest's. */
  readonly hostZone?: string;
  readonly onChange: (zone: string) => void;
}

/** The zone that times are shown in, with its present time; opens the list of all zones. */
export function ZoneButton({ zone, hostZone, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const words = wordsFor(zone, useClock());
  const now = useNow();

  function close(chosen: string | null) {
    setOpen(false);
    if (chosen === null || chosen === zone) return;
    onChange(chosen);
    announce(`Times are shown in ${wordsFor(chosen, '24h').zoneAt()}.`);
  }

  return (
    <div className="zone">
      <button
        type="button"
        className="zone-button"
        aria-haspopup="dialog"
        onClick={({ currentTarget }) => {
          // Safari focuses no button that is clicked; the dialog gives the focus back to what had it.
          currentTarget.focus();
          setOpen(true);
        }}
        onPointerEnter={() => void loadDialog()}
        onFocus={() => void loadDialog()}
      >
        <GlobeIcon />
        <span>
          <span className="visually-hidden">Time zone: </span>
          {words.zoneAt(now)} <span className="soft">· {words.time(now)}</span>
        </span>
        <DownIcon />
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <ZoneDialog zone={zone} {...(hostZone === undefined ? {} : { hostZone })} onClose={close} />
        </Suspense>
      ) : null}
    </div>
  );
}
