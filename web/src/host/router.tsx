import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { meQuery } from './data/me.ts';
import { hasSession } from './login/auth.ts';
import { isOtherMode, type LoginMode } from './login/modes.ts';
import { hasUnsavedWork } from './parts/unsaved-work.tsx';
import { queryClient, session } from './query-client.ts';
import { Lost, Opening, PageFailed } from './shell/page-states.tsx';
import { Shell } from './shell/shell.tsx';
import { keepChoices } from './writing.ts';

const root = createRootRoute({ component: Outlet, notFoundComponent: Lost });

/** Why a login with another provider's account came to nothing. */
const refused = ({ failed, with: provider }: Record<string, unknown>) => ({
  ...(typeof failed === 'string' ? { failed } : {}),
  ...(typeof provider === 'string' ? { with: provider } : {}),
});

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: ({ to, mode, token, mailed, ...rest }: Record<string, unknown>): LoginSearch => ({
    ...(typeof to === 'string' && to.startsWith('/') && !to.startsWith('//') ? { to } : {}),
    ...(isOtherMode(mode) ? { mode } : {}),
    ...(typeof token === 'string' ? { token } : {}),
    ...(typeof mailed === 'string' ? { mailed } : {}),
    ...refused(rest),
  }),
  beforeLoad: async ({ search: { mode, to = '/bookings' } }) => {
    if (mode !== undefined && mode !== 'sign-up') return;
    if (await isLoggedIn()) throw redirect({ href: to });
  },
  component: lazyRouteComponent(() => import('./login/page.tsx'), 'LoginPage'),
});

interface LoginSearch {
  readonly to?: string;
  readonly mode?: Exclude<LoginMode, 'log-in'>;
  readonly token?: string;
  /** The provider whose account has to be confirmed by a mailed link. */
  readonly mailed?: string;
  readonly failed?: string;
  readonly with?: string;
}

/** Only a session that our API takes counts: else login and page would send the host to each other. */
async function isLoggedIn(): Promise<boolean> {
  try {
    return (await hasSession()) && (await queryClient.ensureQueryData(meQuery)) !== undefined;
  } catch {
    return false;
  }
}

/** Everything a host sees once logged in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const isKnown = queryClient.getQueryData(meQuery.queryKey) !== undefined || (await hasSession());
    if (!isKnown) throw redirect({ to: '/login', search: { to: location.href } });
    const me = await queryClient.ensureQueryData(meQuery);
    if (keepChoices(me)) await reload();
  },
});

/** Has the page written as the host chose. Never resolves, so that nothing is shown until then. */
function reload(): Promise<never> {
  window.location.reload();
  return new Promise(() => {});
}

const returning = ({ connected, failed, provider }: Record<string, unknown>) => ({
  ...(typeof connected === 'string' ? { connected } : {}),
  ...(typeof failed === 'string' ? { failed } : {}),
  ...(typeof provider === 'string' ? { provider } : {}),
});

const pages = [
  createRoute({
    getParentRoute: () => inside,
    path: '/bookings',
    validateSearch: (search: Record<string, unknown>): BookingsSearch => ({
      ...(isView(search['view']) && search['view'] !== 'upcoming' ? { view: search['view'] } : {}),
      ...texts(search, ['q', 'eventType', 'from', 'to', 'week']),
    }),
    component: lazyRouteComponent(() => import('./bookings/list-page.tsx'), 'BookingsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/bookings/$id',
    component: lazyRouteComponent(() => import('./bookings/booking-page.tsx'), 'BookingPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/scheduler/event-types',
    validateSearch: (search: Record<string, unknown>): ReturnType<typeof returning> & { share?: string } => ({
      ...returning(search),
      ...(typeof search['share'] === 'string' ? { share: search['share'] } : {}),
    }),
    component: lazyRouteComponent(() => import('./event-types/list-page.tsx'), 'EventTypesPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/scheduler/event-types/new',
    component: lazyRouteComponent(() => import('./event-types/edit-pages.tsx'), 'NewEventTypePage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/scheduler/event-types/$id',
    component: lazyRouteComponent(() => import('./event-types/edit-pages.tsx'), 'EditEventTypePage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/scheduler/availability',
    component: lazyRouteComponent(() => import('./availability/page.tsx'), 'AvailabilityPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/user/integrations',
    validateSearch: returning,
    component: lazyRouteComponent(() => import('./integrations/page.tsx'), 'IntegrationsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/user/account',
    validateSearch: (search: Record<string, unknown>) => ({ ...refused(search), ...texts(search, ['contact']) }),
    component: lazyRouteComponent(() => import('./account/page.tsx'), 'AccountPage'),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren([login, inside.addChildren(pages)]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailed,
  defaultPendingComponent: Opening,
  defaultPendingMs: 250,
  scrollRestoration: true,
});

session.ended = () => {
  // Leaving would lose what was typed.
  if (hasUnsavedWork() && session.askAgain !== null) return session.askAgain();
  queryClient.clear();
  const { href, pathname } = router.state.location;
  if (pathname !== '/login') void router.navigate({ to: '/login', search: { to: href } });
};

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

interface BookingsSearch {
  readonly view?: View;
  readonly q?: string;
  readonly eventType?: string | undefined;
  /** Dates, inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** A date in the week that is shown as a calendar. */
  readonly week?: string;
}

/** Those of the named parameters that are texts. */
function texts<Name extends string>(search: Record<string, unknown>, names: readonly Name[]) {
  const given = names.filter((name) => typeof search[name] === 'string' && search[name] !== '');
  return Object.fromEntries(given.map((name) => [name, search[name]])) as Partial<Record<Name, string>>;
}

type View = 'upcoming' | 'pending' | 'past' | 'cancelled';
const isView = (text: unknown): text is View =>
  text === 'upcoming' || text === 'pending' || text === 'past' || text === 'cancelled';
