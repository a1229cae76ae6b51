/** Colours as their red, green and blue parts, 0 to 255. */
type Rgb = readonly [number, number, number];

/** What a scheme's pages stand on, and where its accents get their contrast from. */
interface Scheme {
  readonly card: string;
  /** Accents are mixed with it until they can be read. */
  readonly toward: string;
  /** Text on the accent. */
  readonly on: string;
  /** The palest text that stands on tints. */
  readonly soft: string;
  /** How much of the accent is in its tints, where text on them stays readable. */
  readonly tints: readonly [number, number];
}

/** As in the pages' tokens.css. */
const LIGHT: Scheme = { card: '#ffffff', toward: '#000000', on: '#ffffff', soft: '#55615c', tints: [0.1, 0.16] };
const DARK: Scheme = { card: '#191d1c', toward: '#ffffff', on: '#0b0f0e', soft: '#a9b5af', tints: [0.16, 0.24] };

/** Of text, by WCAG 1.4.3. */
const READABLE = 4.5;
const STRONGER = 0.25;

/** Custom properties of the pages, by name. */
export type AccentTokens = Readonly<Record<string, string>>;

/**
 * What a host's colour, `#rrggbb`, becomes on light and on dark pages: the nearest shades of it by which and on which text
 * can be read, so that no colour makes a page unreadable.
 */
export const accentTokens = (colour: string): { readonly light: AccentTokens; readonly dark: AccentTokens } => ({
  light: tokensIn(LIGHT, colour),
  dark: tokensIn(DARK, colour),
});

function tokensIn(scheme: Scheme, colour: string): AccentTokens {
  const { toward, on, tints } = scheme;
  for (let share = 0; ; share += 0.02) {
    const accent = mix(colour, toward, Math.min(share, 1));
    const [tint, tintStrong] = tints.map((part) => tintOf(scheme, accent, part)) as [string, string];
    const isReadable = contrast(accent, tintStrong) >= READABLE && contrast(accent, on) >= READABLE;
    if (isReadable || share >= 1)
      return {
        '--accent': accent,
        '--accent-strong': mix(accent, toward, STRONGER),
        '--on-accent': on,
        '--tint': tint,
        '--tint-strong': tintStrong,
      };
  }
}

function tintOf({ card, soft }: Scheme, accent: string, most: number): string {
  for (let share = most; ; share -= 0.01) {
    const tint = mix(card, accent, Math.max(share, 0));
    if (share <= 0 || contrast(tint, soft) >= READABLE) return tint;
  }
}

/** The contrast ratio of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((least, most) => least - most);
  return (light + 0.05) / (dark + 0.05);
}

/** The relative luminance of WCAG 2. */
function luminance(colour: string): number {
  const [red, green, blue] = rgbOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** `share` of the other colour, 0 to 1. */
function mix(colour: string, other: string, share: number): string {
  const [from, to] = [rgbOf(colour), rgbOf(other)];
  const parts = from.map((part, index) => Math.round(part + ((to[index] ?? 0) - part) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const rgbOf = (colour: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;
