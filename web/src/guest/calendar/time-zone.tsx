import { lazy, Suspense, useRef, useState } from 'react';
import type { View } from '#api/pages/schema.ts';
import { zoneText } from '#domain/time-texts.ts';
import { useReader } from '../clock.tsx';
import { useTimeTexts } from '../date-text.ts';
import { DownIcon, GlobeIcon } from '../icons.tsx';
import { useNow } from '../keep-fresh.ts';
import { usePageWords } from '../page-context.tsx';
import { announce } from '../shell.tsx';
import { loadLater, t } from '../t.ts';
import { StepLink, takeStep, useAddress, useQuery } from '../url-state.tsx';

const loadDialog = async () => (await Promise.all([import('./time-zone-dialog.tsx'), loadLater()]))[0].ZoneDialog;
const ZoneDialog = lazy(async () => ({ default: await loadDialog() }));

interface Props {
  readonly zone: string;
  /** The host's own zone, offered beside the guest's. */
  readonly hostZone?: string;
}

/** The zone that times are shown in, with its present time; leads to the list of all zones, a dialog where scripts are at work. */
export function ZoneLink({ zone, hostZone }: Props) {
  const [isOpen, setOpen] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const words = useTimeTexts(zone);
  const now = useNow();
  const { words: dates } = useReader();

  function close(chosen: string | null) {
    setOpen(false);
    if (chosen === null || chosen === zone) return;
    takeStep({ tz: chosen, date: null }, 'replace');
    announce(t('zone.shown', { zone: zoneText(chosen, now, dates) }));
  }

  return (
    <div className="zone">
      <StepLink
        ref={link}
        className="zone-link"
        change={{ choose: 'zone' }}
        aria-haspopup="dialog"
        onStep={() => {
          // Before Safari 15.4 and Firefox 98 there are no dialogs: the list of all zones is a page there.
          if (typeof HTMLDialogElement === 'undefined') return location.assign(link.current?.href ?? '');
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
          <span className="visually-hidden">{`${t('zone.label')}: `}</span>
          <span translate="no">{words.zoneAt(now)}</span>{' '}
          <span className="soft" translate="no">
            {`· ${words.time(now)}`}
          </span>
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

/** The list of time zones as a page of its own, for browsers without scripts: with them it is a dialog. */
export function ZonesPage({ view: { zone, zones } }: { readonly view: Extract<View, { kind: 'zones' }> }) {
  const [path] = useAddress().split('?');
  const kept = [...useQuery()].filter(([name]) => !['tz', 'choose', 'date'].includes(name));
  usePageWords({ title: t('zone.label'), hidden: true });
  return (
    <div className="card narrow">
      <h1>{t('zone.label')}</h1>
      <form method="get" action={path} className="booking-form">
        {kept.map(([name, value], index) => (
          <input key={`${name} ${index}`} type="hidden" name={name} value={value} />
        ))}
        <div className="field">
          <label htmlFor="tz">{t('zone.showIn')}</label>
          <select className="input" id="tz" name="tz" autoComplete="off" defaultValue={zone}>
            {zones.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </div>
        <button className="button primary wide" type="submit">
          {t('zone.change')}
        </button>
      </form>
    </div>
  );
}
