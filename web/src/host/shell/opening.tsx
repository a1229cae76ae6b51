import { Center, Loader, VisuallyHidden } from '@mantine/core';

/** Shown when a page takes a moment to arrive. */
export function Opening() {
  return (
    <Center mih={320} role="status">
      <VisuallyHidden>Loading…</VisuallyHidden>
      <Loader aria-hidden />
    </Center>
  );
}
