/** `ann+zoom@x.org` and `Ann@x.org` are one person's. */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  return `${local.split('+')[0]}@${domain}`;
}

/** Gmail delivers `a.nn@` and `ann@` to one inbox. */
export function inboxOf(address: string): string {
  const [local = '', domain = ''] = mailboxOf(address).split('@');
  const isGmail = domain === 'gmail.com' || domain === 'googlemail.com';
  return isGmail ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}
