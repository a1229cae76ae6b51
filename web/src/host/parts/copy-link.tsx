import { Button, type ButtonProps, CopyButton, VisuallyHidden } from '@mantine/core';
import { Icon } from './icons.tsx';

interface Props extends ButtonProps {
  readonly address: string;
  /** Whose address it is, for screen readers. */
  readonly of: string;
  readonly onCopied?: () => void;
}

/** Copies an address and says so. */
export function CopyLink({ address, of, onCopied, ...props }: Props) {
  return (
    <CopyButton value={address} timeout={2_000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          leftSection={<Icon name={copied ? 'check' : 'copy'} size={16} />}
          onClick={() => {
            copy();
            onCopied?.();
          }}
          {...props}
        >
          <span>{copied ? 'Copied' : 'Copy link'}</span>
          <VisuallyHidden>{` of ${of}`}</VisuallyHidden>
          <VisuallyHidden role="status">{copied ? 'Link copied' : ''}</VisuallyHidden>
        </Button>
      )}
    </CopyButton>
  );
}
