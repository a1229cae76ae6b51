import type { Plugin } from 'vite';
import { pages } from '../messages/en/pages.ts';
import { shortKey } from '../messages/short-keys.ts';

const forGuests: Pick<Plugin, 'enforce' | 'applyToEnvironment'> = {
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'guest',
};

/** Keys of messages are written short; the API sends them so (`api/front-end/catalogues.ts`). */
const shortKeys: Plugin = {
  ...forGuests,
  name: 'short-keys',
  transform: (code, id) =>
    id.includes('/node_modules/')
      ? null
      : code.replaceAll(/'([\w.]+\.\w+)'/g, (literal, key: string) => (key in pages ? `'${shortKey(key)}'` : literal)),
};

/** Late parts import nothing that is not there already: Vite's loader of what they import is left out. */
const plainImports: Plugin = {
  ...forGuests,
  name: 'plain-imports',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
};

/** What every page loads, in one file: it is smaller compressed than in several. */
export const COMMON =
  /node_modules|preload-helper|src\/guest\/((?!frame|host-page)[a-z-]+|event\/places-text)\.tsx?$|domain\/(time-texts|wall|zone-)|messages\/|shared\/(api|iso-days|zones|raw-plus)\.ts/;

/** What makes the guests' pages light. */
export const guestWeight = [shortKeys, plainImports];
