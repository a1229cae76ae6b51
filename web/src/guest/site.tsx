import type { ReactNode } from 'react';
import type { PageData, Words } from '#api/pages/schema.ts';
import { PageProvider } from './page-context.tsx';
import { PageFailed } from './parts/page-failed.tsx';
import { Shell } from './parts/shell.tsx';

interface Props {
  readonly page: PageData;
  readonly head: { words: Words };
  readonly children: ReactNode;
}

/** One page in its shell, the same on the server and in the browser. */
export function Site({ page, head, children }: Props) {
  return (
    <PageProvider page={page} head={head}>
      <Shell>
        <PageFailed>{children}</PageFailed>
      </Shell>
    </PageProvider>
  );
}
