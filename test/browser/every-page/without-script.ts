import type { Page } from 'playwright-core';

/**
 * Shows pages as browsers without scripts do, in one that has them: axe needs some. Script elements are taken out.
 */
export const withoutScript = (page: Page) =>
  page.route(
    () => true,
    async (route) => {
      if (route.request().resourceType() !== 'document') return route.continue();
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(/<script[\s\S]*?<\/script>/g, '');
      return route.fulfill({ response, body });
    },
  );
