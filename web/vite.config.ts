import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';
import { compiledMessages } from './compiled-messages.ts';
import { COMMON, guestWeight } from './guest-weight.ts';
import { stagedBuild } from './staged-build.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const staging = `${root}.cache/build-${process.pid}`;

/** Guests come with what they have: the browsers of the last six years. `guest-browsers.test.ts` takes away what is newer. */
const GUESTS = 'es2021';
const GUESTS_STYLE = ['chrome87', 'edge87', 'firefox83', 'safari14', 'ios14'];
/** What Mantine supports. */
const HOSTS = ['chrome108', 'edge108', 'firefox101', 'safari15.4', 'ios15.4'];

/** What browsers load, listed in `.vite/{name}.json`. */
const forBrowsers = (name: string, target: string | string[], input: string[]): EnvironmentOptions => ({
  consumer: 'client',
  build: {
    outDir: staging,
    target,
    ...(name === 'guest' && { cssTarget: GUESTS_STYLE }),
    emptyOutDir: false,
    // Small files would otherwise become data: addresses, which the pages' policy refuses for scripts and styles.
    assetsInlineLimit: 0,
    manifest: `.vite/${name}.json`,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: input.map((file) => `${root}${file}`),
      ...(name === 'guest' && { output: { codeSplitting: { groups: [{ name: 'common', test: COMMON }] } } }),
    },
  },
});

/**
 * Three builds, made together: the hosts' pages, the guests' pages, and `server/guest.js`, by which the API renders the
 * guests' pages. Hosts and guests share no files: what guests load stays small, also when hosts need more.
 */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [guestWeight, react(), compiledMessages(), stagedBuild({ dist: `${root}dist`, staging })],
  build: { target: 'es2022' },
  environments: {
    client: forBrowsers('host', HOSTS, ['host.html']),
    guest: forBrowsers('guest', GUESTS, [
      'src/guest/event/main.tsx',
      'src/guest/booking/main.tsx',
      ...['guest', 'choosing', 'form', 'booking', 'text'].map((name) => `src/guest/styles/${name}.css`),
    ]),
    ssr: {
      build: {
        outDir: `${staging}/server`,
        ssr: true,
        rolldownOptions: { input: { guest: `${root}src/guest/server.tsx` } },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      const { client, guest, ssr } = builder.environments;
      for (const environment of [client, guest, ssr]) if (environment !== undefined) await builder.build(environment);
    },
  },
  server: {
    // The API beside `vite`: only for work on the hosts' pages.
    proxy: { '/api': process.env['API_URL'] ?? 'http://localhost:3000' },
  },
});
