import { openOperation } from '../operation.ts';
import { findPublic } from './find-public.ts';
import { presentPublicType } from './present.ts';
import { pageParams, publicEventType } from './schema.ts';

export const readPublicEventType = openOperation({
  method: 'get',
  path: '/api/v1/public/:handle/:slug',
  name: 'readPublicEventType',
  summary: 'One event type, with what its form asks',
  params: pageParams,
  success: { status: 200, description: 'The event type', schema: publicEventType },
  problems: ['not_found'],
  async handle({ em, params }) {
    const { host, eventType } = await findPublic(em, params.handle, params.slug);
    return presentPublicType(host, eventType);
  },
});
