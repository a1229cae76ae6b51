import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { stagedBuild } from './staged-build.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Two entries that share no framework: what guests load stays small as the hosts' part grows. */
const entries = ['guest', 'host'].filter((entry) => existsSync(`${root}src/${entry}/main.tsx`));

export default defineConfig({
  root,
  publicDir: false,
  plugins: [react(), stagedBuild({ dist: `${root}dist`, staging: `${root}.cache` })],
  build: {
    // Small files would otherwise become data: addresses, which the pages' policy refuses for scripts and styles.
    assetsInlineLimit: 0,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(entries.map((entry) => [entry, `${root}${entry}.html`])),
    },
  },
  server: {
    // The API beside `vite`: only for work on the pages themselves.
    proxy: { '/api': process.env['API_URL'] ?? 'http://localhost:3000' },
  },
});
