import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from '../shared/api.ts';

/** Told when the session has ended; set by the router, which knows the way to the login. */
export const session = { ended: () => {} };

const sayIfEnded = (error: unknown) => {
  if (isProblem(error, 'unauthenticated')) session.ended();
};

/** What was read stays fresh for a moment; reads are tried again once where trying again can help. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: sayIfEnded }),
  mutationCache: new MutationCache({ onError: sayIfEnded }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 1 && isProblem(error, 'unavailable', 'internal', 'offline'),
      retryDelay: 800,
    },
  },
});
