import type { Page } from 'playwright-core';

/**
 * Shows pages as browsers without script do, in one that has it: axe needs some. Script elements are taken out, and what
 * stands in `noscript` stands in the page.
 */
export const withoutScript = (page: Page) =>
  page.route(
    () => true,
    async (route) => {
      if (route.request().resourceType() !== 'document') return route.continue();
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(/<\/?noscript>|<script[\s\S]*?<\/script>/g, '');
      return route.fulfill({ response, body });
    },
  );
