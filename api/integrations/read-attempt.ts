import { OauthAttempt } from '#db/entities/oauth-attempt.ts';
import { hostOperation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { idParams } from '../shared/schema.ts';
import { connectAttempt } from './schema.ts';

export const readAttempt = hostOperation({
  method: 'get',
  path: '/api/v1/integrations/attempts/:id',
  name: 'readAttempt',
  summary: 'How far a connect attempt has come',
  params: idParams,
  success: { status: 200, description: 'The attempt', schema: connectAttempt },
  problems: ['not_found'],
  async handle({ em, host, params, now }) {
    const attempt = await em.findOne(OauthAttempt, { id: params.id, host: host.id });
    if (attempt === null) throw new Problem('not_found');
    if (attempt.status === 'succeeded') return { status: 'succeeded' as const };
    if (attempt.status === 'failed') return { status: 'failed' as const, ...(attempt.code && { code: attempt.code }) };
    if (attempt.expiresAt <= now) return { status: 'failed' as const, code: 'attempt_expired' };
    return { status: 'pending' as const };
  },
});
