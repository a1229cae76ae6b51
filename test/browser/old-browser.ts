import type { BrowserContext } from 'playwright-core';

/** What browsers of the last six years may lack: it came after Chrome 87, Firefox 83 or Safari 14. */
const NEWER = {
  AbortSignal: ['any', 'timeout'],
  'AbortSignal.prototype': ['reason', 'throwIfAborted'],
  Array: ['fromAsync'],
  'Array.prototype': ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'],
  crypto: ['randomUUID'],
  Intl: ['DurationFormat', 'Segmenter', 'supportedValuesOf'],
  Map: ['groupBy'],
  Object: ['groupBy', 'hasOwn'],
  Promise: ['try', 'withResolvers'],
  'Set.prototype': [
    'difference',
    'intersection',
    'isDisjointFrom',
    'isSubsetOf',
    'isSupersetOf',
    'symmetricDifference',
    'union',
  ],
  'String.prototype': ['at', 'isWellFormed', 'toWellFormed'],
  URL: ['canParse', 'parse'],
  'URLSearchParams.prototype': ['size'],
  window: [
    'BroadcastChannel',
    'HTMLDialogElement',
    'Iterator',
    'FinalizationRegistry',
    'navigation',
    'reportError',
    'requestIdleCallback',
    'cancelIdleCallback',
    'scheduler',
    'structuredClone',
    'WeakRef',
  ],
} satisfies Record<string, string[]>;

/** Names of zones that `Intl` could not write then. */
const NEWER_ZONE_NAMES = ['shortOffset', 'longOffset', 'shortGeneric', 'longGeneric'];

/** Takes from every page of a context, before its scripts run, what browsers of six years ago do not have. */
export async function takeAwayWhatIsNewer(context: BrowserContext): Promise<void> {
  await context.addInitScript(
    ({ newer, zoneNames }) => {
      for (const [path, names] of Object.entries(newer)) {
        const owner = path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], window);
        for (const name of names) Reflect.deleteProperty(owner as object, name);
      }
      const { DateTimeFormat } = Intl;
      const check = (options: Intl.DateTimeFormatOptions | undefined) => {
        if (zoneNames.includes(options?.timeZoneName ?? '')) throw new RangeError('Value is out of range');
      };
      Intl.DateTimeFormat = new Proxy(DateTimeFormat, {
        construct: (target, [locales, options]) => (check(options), new target(locales, options)),
        apply: (target, _self, [locales, options]) => (check(options), target(locales, options)),
      });
    },
    { newer: NEWER, zoneNames: NEWER_ZONE_NAMES },
  );
}
