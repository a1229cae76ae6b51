import { User } from '#db/entities/user.ts';
import { says } from '#messages/says.ts';
import type { SessionCall } from '../operation.ts';
import { authHeaders } from '../auth/call-auth.ts';
import { guess } from '../auth/guesses.ts';
import { invalid, Problem } from '../problem.ts';

/** So long after a login nothing more is asked. */
const FRESH_MS = 10 * 60_000;

/**
 * Makes sure that the host is at the browser, before what a browser left open must not do: by a login within the last ten
 * minutes, or the password.
 * @throws Problem `fresh_login_required`, `validation_failed` at `/password`, `rate_limited`
 */
export async function confirmIdentity(call: SessionCall<unknown, unknown, { password?: string | undefined }>) {
  const { deps, em, ctx, host, now, body } = call;
  if (now.getTime() - host.loggedInAt.getTime() < FRESH_MS) return;
  const { password } = body;
  if (password === undefined) throw new Problem('fresh_login_required', { detail: says('said.password_missing') });
  const { email } = await em.findOneOrFail(User, { id: host.id });
  const verify = () => deps.auth.api.verifyPassword({ body: { password }, headers: authHeaders(ctx) });
  await guess({ deps, em, ctx }, email, verify, () => invalid('/password', says('said.password_wrong')));
}
