import type { Config } from '#config';

/** How long to wait after so many failures before this one, milliseconds: the first wait, doubled each time up to the cap. */
export function growingWait({ RETRY_AFTER_MS, RETRY_CAP_MS }: Config, failures: number): number {
  return Math.min(RETRY_AFTER_MS * 2 ** failures, RETRY_CAP_MS);
}
