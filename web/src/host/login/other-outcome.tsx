import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Icon } from '../parts/icons.tsx';
import { loginProvidersQuery } from './other-accounts.tsx';
import { whyNot } from './why-not.ts';
import { t } from '../text.ts';

interface Props {
  /** The provider whose account has to be confirmed by a mailed link. */
  readonly mailed: string | undefined;
  readonly failed: string | undefined;
  /** The provider that `failed` is about. */
  readonly provider: string | undefined;
}

/** What came of a login with an account of another provider, where it did not lead inside. */
export function OtherOutcome({ mailed, failed, provider }: Props) {
  const providers = useQuery(loginProvidersQuery);
  if (providers.data === undefined || (mailed === undefined && failed === undefined)) return null;
  const name = providers.data.items.find(({ id }) => id === (mailed ?? provider))?.name ?? t('login.otherProvider');
  return mailed === undefined ? (
    <Alert color="yellow" role="alert" icon={<Icon name="alert" />} c="inherit" mb="md">
      {whyNot(failed ?? '', name)}
    </Alert>
  ) : (
    <Alert color="pine" role="status" icon={<Icon name="mail" />} c="inherit" mb="md">
      {t('login.confirmMailed', { provider: name })}
    </Alert>
  );
}
