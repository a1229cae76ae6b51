import { says, type Sentence } from '#messages/says.ts';

/** In this order: browsers built on another one name that one too. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
];
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMac(intosh| OS)\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];

/** A browser by its User-Agent as people call it, such as `Chrome on Windows`. */
export function deviceName(userAgent: string | null | undefined): Sentence {
  const [browser, system] = [BROWSERS, SYSTEMS].map(
    (names) => names.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0],
  );
  if (browser !== undefined && system !== undefined) return says('said.device_on', { browser, system });
  const name = browser ?? system;
  return name === undefined ? says('said.device_unknown') : says('said.device', { name });
}
