import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { accessibleColours, hostTheme } from './theme.ts';

/** The host's app. */
export function App() {
  const [theme] = useState(hostTheme);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={accessibleColours} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Notifications position="top-center" mt={56} limit={4} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
