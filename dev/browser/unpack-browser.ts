import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const CACHE = join(import.meta.dirname, '../../node_modules/.cache');
/** The package puts the browser, its missing libraries and its fonts into TMPDIR when it believes to be in such a place. */
const UNPACK = "await (await import('@sparticuz/chromium')).default.executablePath()";
const PLACE = 'AWS_Lambda_nodejs24.x';

/**
 * Unpacks the browser of `@sparticuz/chromium` once a version. Of two processes that do so at once the loser uses the
 * winner's copy.
 */
export async function unpackBrowser(): Promise<{ path: string; env: Record<string, string> }> {
  const home = join(CACHE, `chromium-${await packagedVersion()}`);
  if (!existsSync(home)) await unpackInto(home);
  return {
    path: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'al2023/lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
}

async function packagedVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  let folder = dirname(entry);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version?: string };
  return version ?? 'unknown';
}

async function unpackInto(home: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const staging = await mkdtemp(join(CACHE, 'chromium-unpack-'));
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', UNPACK], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: PLACE },
  });
  await writeFile(join(staging, 'fonts.conf'), fontsFor(home));
  await rename(staging, home).catch(() => rm(staging, { recursive: true, force: true }));
}

const fontsFor = (home: string) =>
  `<?xml version="1.0"?><fontconfig><dir>${home}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>\n`;
