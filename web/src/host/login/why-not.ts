import { t } from '../text.ts';

/** Why a login with another provider's account came to nothing, and what to do; `name` is the provider's. */
export function whyNot(code: string, name: string): string {
  switch (code) {
    case 'access_denied':
    case 'consent_denied':
      return t('login.why.denied', { provider: name });
    case 'login_expired':
      return t('login.why.expired', { provider: name });
    case 'login_taken':
      return t('login.why.taken', { provider: name });
    case 'rate_limited':
      return t('login.why.tooMany');
    case 'login_failed':
      return t('login.why.failed', { provider: name });
    default:
      return t('login.why.other', { provider: name });
  }
}
