import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { stagedBuild } from './staged-build.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const staging = `${root}.cache/build-${process.pid}`;

/**
 * Two builds, made together: what browsers load, and `server/guest.js`, by which the API renders the guests' pages. Hosts
 * and guests share no framework: what guests load stays small, also when hosts need more.
 */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [react(), stagedBuild({ dist: `${root}dist`, staging })],
  build: { target: 'es2022', emptyOutDir: true },
  environments: {
    client: {
      build: {
        outDir: staging,
        // Small files would otherwise become data: addresses, which the pages' policy refuses for scripts and styles.
        assetsInlineLimit: 0,
        manifest: true,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: [
            `${root}host.html`,
            `${root}src/guest/event/main.tsx`,
            `${root}src/guest/booking/main.tsx`,
            `${root}src/guest/styles/guest.css`,
          ],
        },
      },
    },
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
      const { client, ssr } = builder.environments;
      for (const environment of [client, ssr]) if (environment !== undefined) await builder.build(environment);
    },
  },
  server: {
    // The API beside `vite`: only for work on the hosts' pages.
    proxy: { '/api': process.env['API_URL'] ?? 'http://localhost:3000' },
  },
});
