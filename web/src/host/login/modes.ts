/** What the page at `/login` is for; its address says all but the first. The last three are led to by mailed links, `code` by a login elsewhere. */
const OTHERS = ['sign-up', 'forgotten', 'code', 'link', 'finish', 'new-password'] as const;
export type LoginMode = 'log-in' | (typeof OTHERS)[number];

export const isOtherMode = (text: unknown): text is (typeof OTHERS)[number] => OTHERS.some((mode) => mode === text);
