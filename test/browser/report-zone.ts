import type { BrowserContext } from 'playwright-core';

/** Lets the browser report another time zone than its own, also one that is none (`Etc/Unknown`), or no zone at all. */
export async function reportZone(context: BrowserContext, zone: string | undefined): Promise<void> {
  await context.addInitScript((reported) => {
    const { prototype } = Intl.DateTimeFormat;
    const { value: read } = Object.getOwnPropertyDescriptor(prototype, 'resolvedOptions') ?? {};
    const apply = (target: () => object, self: unknown) => ({
      ...Reflect.apply(target, self, []),
      timeZone: reported,
    });
    Object.defineProperty(prototype, 'resolvedOptions', { value: new Proxy(read as () => object, { apply }) });
  }, zone);
}
