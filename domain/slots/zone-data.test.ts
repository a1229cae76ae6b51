import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const CHECK = join(import.meta.dirname, '../../../shared/vectors/tz-check.mjs');
const isHere = existsSync(CHECK);

describe.skipIf(!isHere)(`this Node's time zones${isHere ? '' : ' (no check in ../shared/vectors)'}`, () => {
  test('agree with the published data in every offset of the next ten years', async () => {
    // Fails with its list of zones where one is wrong.
    const { stdout } = await promisify(execFile)(process.execPath, [CHECK]);
    expect(stdout).toContain(`node ${process.version}`);
    expect(stdout).toMatch(/[1-9]\d{4} offsets checked, 0 zones wrong/);
  });
});
