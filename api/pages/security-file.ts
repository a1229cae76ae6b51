import type { Page } from './page.ts';

const DAY_MS = 86_400_000;
/** RFC 9116 §2.5.5 asks for less than a year; the contact is read from the configuration each time. */
const VALID_DAYS = 180;

/** `/.well-known/security.txt` (RFC 9116): whom to tell of a weakness. */
export const securityFile: Page = {
  method: 'get',
  path: '/.well-known/security.txt',
  handle({ ctx, deps: { config }, now }) {
    const contact = config.SECURITY_CONTACT ?? `mailto:${config.SUPPORT_EMAIL}`;
    const expires = new Date(now.getTime() + VALID_DAYS * DAY_MS);
    ctx.type = 'text/plain';
    ctx.body = [
      `Contact: ${contact}`,
      `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00Z`,
      'Preferred-Languages: en',
      `Canonical: ${config.PUBLIC_URL}/.well-known/security.txt`,
      '',
    ].join('\n');
  },
};
