import { Anchor, Center, Container, Loader, VisuallyHidden } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Empty } from '../parts/page.tsx';

/** Shown when a page takes a moment to arrive. */
export function Opening() {
  return (
    <Center mih={320} role="status">
      <VisuallyHidden>Loading…</VisuallyHidden>
      <Loader aria-hidden />
    </Center>
  );
}

/** A page that could not be shown, with a way to try again. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Container size="sm" py={64}>
      <ProblemNotice error={error} onRetry={retry} />
    </Container>
  );
}

/** An address of ours that leads nowhere. */
export function Lost() {
  return (
    <Container component="main" size="sm" py={80}>
      <Empty
        icon="search"
        title="Page not found"
        order={1}
        action={<Anchor href="/bookings">Go to your bookings</Anchor>}
      >
        The address may be mistyped, or the page is gone.
      </Empty>
    </Container>
  );
}
