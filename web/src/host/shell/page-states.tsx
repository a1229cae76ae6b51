import { Anchor, Center, Container, Loader, VisuallyHidden } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Empty } from '../parts/page.tsx';
import { t } from '../text.ts';

/** Shown when a page takes a moment to arrive. */
export function Opening() {
  return (
    <Center mih={320} role="status">
      <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
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
        title={t('shell.notFound')}
        order={1}
        action={<Anchor href="/bookings">{t('shell.toBookings')}</Anchor>}
      >
        {t('shell.notFoundHint')}
      </Empty>
    </Container>
  );
}
