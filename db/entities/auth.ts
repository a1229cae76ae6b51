import { defineEntity, p } from '@mikro-orm/postgresql';
import { User } from './user.ts';

/** better-auth's own tables, mapped so that there is one migration history. */
const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    id: p.uuid().primary(),
    user: () => p.manyToOne(User).fieldName('user_id').mapToPk().deleteRule('cascade'),
    token: p.text().unique(),
    expiresAt: p.datetime(),
    ipAddress: p.text().nullable(),
    userAgent: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);

const AuthAccountSchema = defineEntity({
  name: 'AuthAccount',
  tableName: 'accounts',
  uniques: [{ name: 'accounts_once', properties: ['providerId', 'accountId'] }],
  properties: {
    id: p.uuid().primary(),
    user: () => p.manyToOne(User).fieldName('user_id').mapToPk().deleteRule('cascade'),
    accountId: p.text(),
    providerId: p.text(),
    accessToken: p.text().nullable(),
    refreshToken: p.text().nullable(),
    idToken: p.text().nullable(),
    accessTokenExpiresAt: p.datetime().nullable(),
    refreshTokenExpiresAt: p.datetime().nullable(),
    scope: p.text().nullable(),
    password: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});
export class AuthAccount extends AuthAccountSchema.class {}
AuthAccountSchema.setClass(AuthAccount);

const VerificationSchema = defineEntity({
  name: 'Verification',
  tableName: 'verifications',
  properties: {
    /** A UUID, or the hash of something better-auth has reserved. */
    id: p.text().primary(),
    identifier: p.text().index(),
    value: p.text(),
    expiresAt: p.datetime(),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});
export class Verification extends VerificationSchema.class {}
VerificationSchema.setClass(Verification);
