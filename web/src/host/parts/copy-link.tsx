import { Button, type ButtonProps, CopyButton, VisuallyHidden } from '@mantine/core';
import { Icon } from './icons.tsx';
import { t } from '../text.ts';

interface Props extends ButtonProps {
  readonly address: string;
  /** Whose address it is, for screen readers. */
  readonly of: string;
  readonly onCopied?: () => void;
}

/** What stands on a button that copies; it is as wide after the click as before. */
export function CopyWords({ copied, label }: { readonly copied: boolean; readonly label: string }) {
  return (
    <span className="same-place">
      <span hidden={copied}>{label}</span>
      <span hidden={!copied}>{t('common.copied')}</span>
    </span>
  );
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
          <CopyWords copied={copied} label={t('common.copyLink')} />
          <VisuallyHidden>{` ${t('common.linkOf', { what: of })}`}</VisuallyHidden>
          <VisuallyHidden role="status">{copied ? t('common.linkCopied') : ''}</VisuallyHidden>
        </Button>
      )}
    </CopyButton>
  );
}
