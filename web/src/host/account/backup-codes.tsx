import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { saveText } from '../../shared/save-file.ts';
import { CopyText } from '../parts/copy-text.tsx';
import { Icon } from '../parts/icons.tsx';
import { t } from '../text.ts';

interface Props {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Backup codes, which are shown this once. */
export function BackupCodes({ codes, onDone }: Props) {
  const text = codes.join('\n');
  return (
    <Stack>
      <Alert color="pine" role="status" icon={<Icon name="check" />} c="inherit" title={t('account.saveCodes')}>
        {t('account.saveCodesHint')}
      </Alert>
      <SimpleGrid component="ul" cols={{ base: 1, xs: 2 }} spacing="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {codes.map((code) => (
          <Text key={code} component="li" ff="monospace" size="sm">
            {code}
          </Text>
        ))}
      </SimpleGrid>
      <Group justify="flex-end" gap="sm">
        <CopyText text={text} label={t('account.copyCodes')} />
        <Button
          variant="default"
          leftSection={<Icon name="download" size={16} />}
          onClick={() => saveText('insytical-backup-codes.txt', `${text}\n`)}
        >
          {t('common.download')}
        </Button>
        <Button onClick={onDone}>{t('account.haveSaved')}</Button>
      </Group>
    </Stack>
  );
}
