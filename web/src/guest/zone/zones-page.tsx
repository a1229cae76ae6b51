import type { View } from '#api/pages/schema.ts';
import { useAddress, useQuery } from '../data/address.ts';
import { usePageWords } from '../page-context.tsx';

/** The list of time zones as a page of its own, for browsers without scripts: with them it is a dialog. */
export function ZonesPage({ view: { zone, zones } }: { readonly view: Extract<View, { kind: 'zones' }> }) {
  const [path] = useAddress().split('?');
  const kept = [...useQuery()].filter(([name]) => !['tz', 'choose', 'date'].includes(name));
  usePageWords({ title: 'Time zone', hidden: true });
  return (
    <div className="card narrow">
      <h1>Time zone</h1>
      <form method="get" action={path} className="booking-form">
        {kept.map(([name, value], index) => (
          <input key={`${name} ${index}`} type="hidden" name={name} value={value} />
        ))}
        <div className="field">
          <label htmlFor="tz">Show times in</label>
          <select className="input" id="tz" name="tz" autoComplete="off" defaultValue={zone}>
            {zones.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </div>
        <button className="button primary wide" type="submit">
          Change time zone
        </button>
      </form>
    </div>
  );
}
