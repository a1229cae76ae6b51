import { type Page, type PageCall, sendHostPage } from './page.ts';

const goTo =
  (path: string) =>
  ({ ctx }: PageCall) =>
    ctx.redirect(path);

export const hostPages: readonly Page[] = [
  { method: 'get', path: '/signup', handle: goTo('/login?mode=sign-up') },
  { method: 'get', path: '/welcome', handle: goTo('/scheduler/event-types') },
  { method: 'get', path: '/scheduler', handle: goTo('/scheduler/event-types') },
  { method: 'get', path: '/user', handle: goTo('/user/integrations') },
  { method: 'get', path: '/:page', handle: sendHostPage },
  { method: 'get', path: '/:page/*rest', handle: sendHostPage },
];
