import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { searchZones, type ZoneChoice, zoneChoices } from '../../shared/zone-search.ts';
import { browserZone } from '../../shared/zones.ts';
import { useTimeTexts } from '../date-text.ts';
import { CrossIcon } from '../icons.tsx';
import { t } from '../t.ts';

interface Props {
  readonly zone: string;
  readonly hostZone?: string;
  /** The chosen zone; null when nothing was chosen. */
  readonly onClose: (zone: string | null) => void;
}

/** All time zones, found by city, country, name or offset. A combobox over a list, in a dialog. */
export function ZoneDialog({ zone, hostZone, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [now] = useState(() => new Date().toISOString());
  const choices = useMemo(() => pinned(zoneChoices(), [zone, browserZone(), hostZone]), [zone, hostZone]);
  const found = useMemo(() => (typed.trim() === '' ? choices : searchZones(choices, typed)), [choices, typed]);
  const active = found[Math.min(at, found.length - 1)];

  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    input.current?.focus();
    // Closed before it is taken off the page, so that the browser gives the focus back.
    return () => shown?.close();
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  function onKeyDown(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(found.length - 1, next)));
    } else if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault();
      onClose(active.zone);
    }
  }

  return (
    <dialog
      ref={dialog}
      className="zone-dialog"
      aria-labelledby={`${id}title`}
      onCancel={(event) => {
        event.preventDefault();
        onClose(null);
      }}
      onClick={(event) => event.target === dialog.current && onClose(null)}
    >
      <div className="zone-head">
        <h2 id={`${id}title`}>{t('zone.label')}</h2>
        <button type="button" className="icon-button" aria-label={t('zone.close')} onClick={() => onClose(null)}>
          <CrossIcon />
        </button>
      </div>
      <label className="visually-hidden" htmlFor={`${id}input`}>
        {t('zone.search')}
      </label>
      <input
        id={`${id}input`}
        className="input"
        ref={input}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : `${id}${active.zone}`}
        placeholder={t('zone.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="visually-hidden" role="status">
        {typed === '' ? '' : t('zone.found', { count: found.length })}
      </p>
      <ul role="listbox" id={`${id}list`} aria-label={t('zone.list')} ref={list} className="zone-list" tabIndex={-1}>
        {found.map((choice) => (
          <ZoneOption
            key={choice.zone}
            id={`${id}${choice.zone}`}
            choice={choice}
            note={noteOf(choice.zone, zone, hostZone)}
            now={now}
            isActive={choice === active}
            onChoose={() => onClose(choice.zone)}
          />
        ))}
      </ul>
      {found.length === 0 ? <p className="soft zone-none">{t('zone.none')}</p> : null}
    </dialog>
  );
}

interface OptionProps {
  readonly id: string;
  readonly choice: ZoneChoice;
  readonly note: string | null;
  readonly now: string;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

function ZoneOption({ id, choice, note, now, isActive, onChoose }: OptionProps) {
  const time = useTimeTexts(choice.zone).time(now);
  const [country] = choice.places.split(', ');
  return (
    <li role="option" id={id} aria-selected={isActive} className="zone-option" onClick={onChoose}>
      <span className="zone-city" translate="no">
        <span>{choice.city}</span>
        {country === '' ? null : <span className="soft">{` ${country}`}</span>}
        {note === null ? null : <span className="tag">{note}</span>}
      </span>
      <span className="zone-offset" translate="no">
        {choice.offset} <span className="soft">{time}</span>
      </span>
    </li>
  );
}

function noteOf(zone: string, chosen: string, hostZone: string | undefined): string | null {
  if (zone === chosen) return t('zone.now');
  if (zone === browserZone()) return t('zone.yours');
  return zone === hostZone ? t('zone.hosts') : null;
}

/** Those that matter to this guest first, then all others. */
function pinned(choices: ZoneChoice[], zones: readonly (string | null | undefined)[]): ZoneChoice[] {
  const first = [...new Set(zones)].flatMap((zone) => choices.filter((choice) => choice.zone === zone));
  return [...first, ...choices.filter((choice) => !first.includes(choice))];
}
