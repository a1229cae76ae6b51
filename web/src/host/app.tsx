import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { accessibleColours, hostTheme } from './theme.ts';
import { LANGUAGE, WEEK_START } from './writing.ts';

/** Sunday is 0 to Mantine. */
const DATES = { locale: LANGUAGE, firstDayOfWeek: (WEEK_START % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6 };

/** The host's app. */
export function App() {
  const [theme] = useState(hostTheme);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={accessibleColours} defaultColorScheme="auto">
      <DatesProvider settings={DATES}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Notifications position="top-center" mt={56} limit={4} />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
