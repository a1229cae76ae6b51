import { Container } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ProblemNotice } from '../parts/problem-notice.tsx';

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
