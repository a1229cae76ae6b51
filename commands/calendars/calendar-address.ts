import type { Config } from '#config';
import { open, seal } from '#db/seal.ts';

type Ring = Pick<Config, 'TOKEN_KEYS'>;

const placeOf = (rowId: string) => ({ purpose: 'calendar_address', rowId, provider: 'calendar' }) as const;

/** Seals the address of the calendar with this id. */
export const sealAddress = ({ TOKEN_KEYS }: Ring, calendarId: string, address: string): Buffer =>
  seal(TOKEN_KEYS, placeOf(calendarId), address);

/** Opens what `sealAddress` made. @throws Error as `open` */
export const openAddress = ({ TOKEN_KEYS }: Ring, calendarId: string, sealed: Uint8Array): string =>
  open(TOKEN_KEYS, placeOf(calendarId), sealed);
