import { defineEntity, p } from '@mikro-orm/postgresql';
import { User } from './user.ts';

/** One click on Connect: bound to the session that made it, used once, void after ten minutes. */
const OauthAttemptSchema = defineEntity({
  name: 'OauthAttempt',
  tableName: 'oauth_attempts',
  properties: {
    id: p.uuid().primary(),
    host: () => p.manyToOne(User).mapToPk().deleteRule('cascade'),
    provider: p.text(),
    sessionHash: p.text(),
    stateHash: p.text().unique(),
    /** PKCE verifier, sealed. */
    codeVerifier: p.blob(),
    mode: p.text().$type<'popup' | 'redirect'>(),
    returnTo: p.text().$type<'integrations' | 'event-types'>(),
    status: p.text().$type<'pending' | 'used' | 'succeeded' | 'failed'>(),
    code: p.text().nullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime().index(),
  },
});
export class OauthAttempt extends OauthAttemptSchema.class {}
OauthAttemptSchema.setClass(OauthAttempt);
