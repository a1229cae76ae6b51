import { Button, CopyButton } from '@mantine/core';
import { CopyWords } from './copy-link.tsx';
import { Icon } from './icons.tsx';

/** A button that copies a text which is shown only once, and says so for two seconds. */
export function CopyText({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <CopyButton value={text} timeout={2_000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          leftSection={<Icon name={copied ? 'check' : 'copy'} size={16} />}
          onClick={copy}
          aria-live="polite"
        >
          <CopyWords copied={copied} label={label} />
        </Button>
      )}
    </CopyButton>
  );
}
