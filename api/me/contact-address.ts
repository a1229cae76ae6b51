import { setContactAddress } from '#commands/hosts/contact-address.ts';
import { User } from '#db/entities/user.ts';
import { followLink, makeLink, readLink } from '../auth/mailed-links.ts';
import { type Operation, sessionOperation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { presentMe } from './present.ts';
import * as schema from './schema.ts';

const PATH = '/api/v1/me/contact-address';

/** The address that guests see and reply to. One that is not the login's has to be proven by a mailed link. */
export const contactAddressOperations: readonly Operation[] = [
  sessionOperation({
    method: 'put',
    path: PATH,
    summary: 'Choose the address that guests see and reply to; another one than the login’s is mailed a link first',
    body: schema.contactAddress,
    success: {
      status: 200,
      description: 'Whether a link was mailed, or it is chosen already',
      schema: schema.contactAsked,
    },
    handle: async function putContactAddress({ deps, em, ctx, host, body: { email } }) {
      const user = await em.findOneOrFail(User, { id: host.id });
      if (user.emailVerified && email.toLowerCase() === user.email.toLowerCase()) {
        await setContactAddress(deps, { hostId: host.id, email: user.email });
        return { isMailed: false };
      }
      await deps.limits.spend('contactAddress', host.id);
      const token = await makeLink(em, 'contact-address', email, { hostId: host.id });
      const url = `${deps.config.PUBLIC_URL}/user/account?contact=${token}`;
      const letter = { kind: 'contact_address', to: email, readerLocale: user.locale, url } as const;
      await deps.auth.sendMail(letter, 'contact-address', ctx.ip);
      return { isMailed: true };
    },
  }),
  sessionOperation({
    method: 'post',
    path: `${PATH}/confirm`,
    summary: 'Prove the address by the token of the mailed link, once and by the same host',
    body: schema.contactProof,
    success: { status: 200, description: 'The changed host', schema: schema.me },
    problems: ['link_expired'],
    handle: async function confirmContactAddress({ deps, em, host, body }) {
      // Another host's link stays as it is.
      const { hostId } = await readLink(em, 'contact-address', body.token);
      if (hostId !== host.id) throw new Problem('link_expired');
      const { email } = await followLink(em, 'contact-address', body.token);
      return presentMe(await setContactAddress(deps, { hostId: host.id, email }));
    },
  }),
  sessionOperation({
    method: 'delete',
    path: PATH,
    summary: 'Show guests no address; whether they see the login’s in their mails is `showsLoginEmail`',
    success: { status: 204, description: 'None is shown' },
    handle: async function deleteContactAddress({ deps, host }) {
      await setContactAddress(deps, { hostId: host.id, email: null });
    },
  }),
];
