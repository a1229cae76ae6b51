import { execFile } from 'node:child_process';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { fillFolder } from '#dev/fetched/fill-folder.ts';
import { CLI_VERSION } from './cli-version.ts';

const ANSWER_MS = 5_000;
const DOWNLOAD_MS = 180_000;
const PLATFORMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

const answer = z.object({ archiveUrl: z.url({ protocol: /^https$/ }), fileToExtract: z.string() });

/**
 * Brings the CLI into `cache`/bin as the provider's own SDK does: asks where the archive of this platform is, and unpacks
 * it. Throws with a short sentence where the provider does not answer in 5 s.
 */
export async function downloadCli(cache: string, say: (line: string) => void): Promise<void> {
  const { archiveUrl, fileToExtract } = await askProvider();
  say(`Downloading Temporal ${CLI_VERSION} …`);
  await fillFolder(cache, async (staging) => {
    const archive = join(staging, 'archive.tar.gz');
    await save(archiveUrl, archive, say);
    await mkdir(join(staging, 'bin'));
    await promisify(execFile)('tar', ['-xzf', archive, '-C', join(staging, 'bin'), fileToExtract]);
    await chmod(join(staging, 'bin', fileToExtract), 0o755);
    await rm(archive);
  });
}

async function askProvider(): Promise<z.infer<typeof answer>> {
  const platform = PLATFORMS[process.platform];
  const arch = ARCHITECTURES[process.arch];
  if (platform === undefined || arch === undefined) throw new Error(`no build for ${process.platform} ${process.arch}`);
  const query = new URLSearchParams({ arch, platform, format: 'tar.gz' });
  const response = await fetch(`https://temporal.download/cli/v${CLI_VERSION}?${query}`, {
    signal: AbortSignal.timeout(ANSWER_MS),
  }).catch(() => {
    throw new Error(`cannot be reached, or took longer than ${ANSWER_MS / 1000} s`);
  });
  if (!response.ok) throw new Error(`answered ${response.status}`);
  return answer.parse(await response.json());
}

async function save(url: string, file: string, say: (line: string) => void): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_MS) });
  if (!response.ok || response.body === null) throw new Error(`the archive answered ${response.status}`);
  const total = Number(response.headers.get('content-length') ?? 0);
  await pipeline(response.body, progress(total, say), createWriteStream(file));
}

/** Says every quarter how far it has come. */
function progress(total: number, say: (line: string) => void): Transform {
  let seen = 0;
  let told = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      const quarter = total > 0 ? Math.floor((seen / total) * 4) : 0;
      if (quarter > told) say(`  ${quarter * 25} % of ${Math.round(total / 1e6)} MB`);
      told = Math.max(told, quarter);
      done(null, chunk);
    },
  });
}
