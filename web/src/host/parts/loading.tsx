import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';

/** Grey shapes in the size of what will come. */
export function Loading({ rows = 3, height = 76 }: { readonly rows?: number; readonly height?: number }) {
  return (
    <Stack gap="md" role="status">
      <VisuallyHidden>Loading…</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="lg" />
      ))}
    </Stack>
  );
}
