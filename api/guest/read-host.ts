import { openOperation } from '../operation.ts';
import { findHost, listPublic } from './find-public.ts';
import { presentPublicHost } from './present.ts';
import { handleParams, publicHost } from './schema.ts';

export const readPublicHost = openOperation({
  method: 'get',
  path: '/api/v1/public/:handle',
  name: 'readPublicHost',
  summary: 'A host and what can be booked',
  params: handleParams,
  success: { status: 200, description: 'The host', schema: publicHost },
  problems: ['not_found'],
  async handle({ em, params }) {
    const host = await findHost(em, params.handle);
    return presentPublicHost(host, await listPublic(em, host));
  },
});
