import type { Plugin } from 'vite';
import { compiled } from '../messages/compile.ts';
import type { Messages } from '../messages/translate.ts';

/** Compiles the hosts' catalogues as they are bundled: their browsers have nothing to parse. */
export const compiledMessages = (): Plugin => ({
  name: 'compiled-messages',
  transform: {
    filter: { id: /\/messages\/[^/]+\/host\.ts$/ },
    async handler(_code, id) {
      const { host } = (await import(id)) as { host: Messages };
      return { code: `export const host = ${JSON.stringify(compiled(host))};`, map: null };
    },
  },
});
