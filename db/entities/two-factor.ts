import { defineEntity, p } from '@mikro-orm/postgresql';
import { User } from './user.ts';

/** A host's authenticator app (TOTP, RFC 6238). */
const TwoFactorSchema = defineEntity({
  name: 'TwoFactor',
  tableName: 'two_factors',
  properties: {
    host: () => p.manyToOne(User).mapToPk().primary().deleteRule('cascade'),
    /** What the app makes its codes of, sealed. */
    secret: p.blob(),
    begunAt: p.datetime(),
    /** Codes are asked for since then; null until the host has typed a first one. */
    turnedOnAt: p.datetime().nullable(),
    /** The 30-second step of the last code that was taken: neither it nor an earlier one works again. */
    lastStep: p.integer().default(0),
  },
});
export class TwoFactor extends TwoFactorSchema.class {}
TwoFactorSchema.setClass(TwoFactor);

/** A code that replaces the app once; 120 random bits, so that a plain hash keeps it secret. */
const BackupCodeSchema = defineEntity({
  name: 'BackupCode',
  tableName: 'backup_codes',
  properties: {
    hash: p.text().primary(),
    host: () => p.manyToOne(TwoFactor).fieldName('host_id').mapToPk().deleteRule('cascade').index(),
  },
});
export class BackupCode extends BackupCodeSchema.class {}
BackupCodeSchema.setClass(BackupCode);
