import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from '../shared/api.ts';

/** Told when the session has ended; set by the router, which knows the way to the login. */
export const session = {
  ended: () => {},
  /** Asks to log in on the page itself; set while there is a page that can. */
  askAgain: null as (() => void) | null,
};

const sayIfEnded = (error: unknown) => {
  if (isProblem(error, 'unauthenticated')) session.ended();
};

/** Offline is an answer like others: said at once, where the library would wait without a word. */
const networkMode = 'always';

/** What was read stays fresh for a moment; reads are tried again once where trying again can help. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: sayIfEnded }),
  mutationCache: new MutationCache({ onError: sayIfEnded }),
  defaultOptions: {
    mutations: { networkMode },
    queries: {
      networkMode,
      staleTime: 5_000,
      // Not by itself in this mode; what failed offline is read again once there is a network.
      refetchOnReconnect: true,
      retry: (failures, error) => failures < 1 && isProblem(error, 'unavailable', 'internal', 'offline'),
      retryDelay: 800,
    },
  },
});
