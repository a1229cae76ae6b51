import type { ProviderRegistry } from '#providers/registry.ts';

const LABELS: Readonly<Record<string, string>> = { link: 'Online', phone: 'Phone call', in_person: 'In person' };

/** What people call a kind of location. */
export function locationName(kind: string, providers: ProviderRegistry): string {
  return providers.get(kind)?.manifest.name ?? LABELS[kind] ?? kind;
}
