/** What the page at `/login` is for; its address says all but the first. */
export type LoginMode = 'log-in' | 'sign-up' | 'forgotten' | 'new-password';

export const isOtherMode = (text: unknown): text is Exclude<LoginMode, 'log-in'> =>
  text === 'sign-up' || text === 'forgotten' || text === 'new-password';
