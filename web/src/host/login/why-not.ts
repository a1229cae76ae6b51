/** Why a login with another provider's account came to nothing, and what to do; `name` is the provider's. */
export function whyNot(code: string, name: string): string {
  switch (code) {
    case 'access_denied':
    case 'consent_denied':
      return `You didn’t allow ${name} to log you in. Try again, or log in another way.`;
    case 'login_expired':
      return `The login with ${name} took too long, or you began another one since. Please try again.`;
    case 'login_taken':
      return `That ${name} account already logs in to another account here. Remove it there first.`;
    case 'rate_limited':
      return 'Too many attempts. Please wait a few minutes, then try again.';
    case 'login_failed':
      return `We can’t log you in with that ${name} account.`;
    default:
      return `${name} could not log you in just now. Please try again, or log in another way.`;
  }
}
