import { randomBytes, randomUUIDv7 } from 'node:crypto';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { OauthAttempt } from '#db/entities/oauth-attempt.ts';
import { seal } from '#db/seal.ts';
import { sha256 } from '#sha256';
import { says } from '#messages/says.ts';
import { findCurrentConnection } from './find-connection.ts';

const ATTEMPT_LIFE_MS = 10 * 60_000;

interface StartConnect {
  readonly hostId: string;
  /** The host's session; only it can finish the attempt. */
  readonly sessionToken: string;
  readonly provider: string;
  readonly mode: 'popup' | 'redirect';
  readonly returnTo: 'integrations' | 'event-types';
}

/**
 * Begins connecting a provider: a server-side attempt with hashed state and PKCE, used once within ten minutes.
 * @throws Refusal `not_found`, `invalid_transition` where the provider is not set up
 */
export async function startConnect(deps: CommandDeps, input: StartConnect) {
  const provider = deps.providers.get(input.provider);
  if (provider === undefined) throw new Refusal('not_found', says('said.platform_not_found'));
  if (!deps.providers.configured(input.provider))
    throw new Refusal('invalid_transition', says('said.platform_not_set_up', { name: provider.manifest.name }));
  const em = deps.orm.em.fork();
  const now = deps.now();
  const id = randomUUIDv7();
  const state = randomBytes(32).toString('base64url');
  const codeVerifier = randomBytes(48).toString('base64url');
  const expiresAt = new Date(now.getTime() + ATTEMPT_LIFE_MS);
  const known = await findCurrentConnection(em, input.hostId, input.provider);
  em.create(OauthAttempt, {
    id,
    host: input.hostId,
    provider: input.provider,
    sessionHash: sha256(input.sessionToken),
    stateHash: sha256(state),
    codeVerifier: seal(
      deps.config.TOKEN_KEYS,
      { purpose: 'code_verifier', rowId: id, provider: input.provider },
      codeVerifier,
    ),
    mode: input.mode,
    returnTo: input.returnTo,
    status: 'pending',
    createdAt: now,
    expiresAt,
  });
  await em.flush();
  const authorizeUrl = provider.authorizeUrl({
    state,
    codeVerifier,
    redirectUri: callbackUrl(deps.config.PUBLIC_URL, input.provider),
    ...(known === null ? {} : { loginHint: known.accountEmail }),
  });
  return { attemptId: id, authorizeUrl: authorizeUrl.href, expiresAt };
}

/** Each provider has a callback of its own, so that one provider's code never reaches another's (RFC 9700 §2.1). */
export function callbackUrl(publicUrl: string, provider: string): string {
  return `${publicUrl}/oauth/${provider}/callback`;
}
