import { readableEmail } from '#mail/addresses.ts';
import { openOperation } from '../operation.ts';
import { isAsker } from './asking-browser.ts';
import { readLink } from './mailed-links.ts';
import { link, readLinkBody } from './schema.ts';

export const readMailedLink = openOperation({
  method: 'post',
  path: '/api/auth/links/read',
  name: 'readLink',
  summary: 'Whose mailed link this is, before it is used: nothing is used up',
  body: readLinkBody,
  success: { status: 200, description: 'The address it was mailed to, and what is known already', schema: link },
  problems: ['link_expired'],
  async handle({ deps, em, ctx, body: { kind, token } }) {
    const { email, login } = await readLink(em, kind, token);
    return {
      email: readableEmail(email),
      askedHere: isAsker(ctx, deps.config, token),
      name: login?.name ?? '',
      asksPassword: login === undefined,
    };
  },
});
