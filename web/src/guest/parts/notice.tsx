import type { ReactNode, Ref } from 'react';

interface Props {
  readonly kind: 'info' | 'good' | 'waiting' | 'bad';
  readonly title?: string;
  /** Read out at once by screen readers. */
  readonly urgent?: boolean;
  readonly titleRef?: Ref<HTMLParagraphElement>;
  readonly children?: ReactNode;
}

/** A coloured note; its words alone say everything. */
export function Notice({ kind, title, urgent = false, titleRef, children }: Props) {
  return (
    <div className={`notice ${kind}`} role={urgent ? 'alert' : undefined}>
      {title === undefined ? null : (
        <p className="notice-title" ref={titleRef} tabIndex={-1}>
          {title}
        </p>
      )}
      {children}
    </div>
  );
}
