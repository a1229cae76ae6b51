import { createMissingLinks } from '#commands/create-missing-links.ts';
import { hostOperation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { linksAsked, providerParams } from './schema.ts';

export const askForLinks = hostOperation({
  method: 'post',
  path: '/api/v1/integrations/:provider/create-missing-links',
  name: 'createMissingLinks',
  summary: 'Make the meetings of upcoming bookings that have no link, and mail each',
  params: providerParams,
  success: { status: 202, description: 'How many bookings were asked for', schema: linksAsked },
  problems: ['not_found', 'invalid_transition'],
  async handle({ deps, host, params }) {
    if (deps.providers.get(params.provider) === undefined) throw new Problem('not_found');
    return createMissingLinks(deps, { hostId: host.id, provider: params.provider });
  },
});
