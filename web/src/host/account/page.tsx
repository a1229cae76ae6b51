import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../data/me.ts';
import { Loading, Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { AffectedBookings } from '../bookings/affected-bookings.tsx';
import { ApiKeysSection } from './api-keys-section.tsx';
import { BookingPageForm } from './booking-page-form.tsx';
import { ContactSection } from './contact-section.tsx';
import { DeleteAccount, ExportData } from './your-data.tsx';
import { LanguageForm } from './language-form.tsx';
import { LoginsSection } from './logins-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { PhotoSection } from './photo-section.tsx';
import { ProfileForm } from './profile-form.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { TwoStepSection } from './two-step-section.tsx';
import { t } from '../text.ts';

/** Settings → Account. */
export function AccountPage() {
  const me = useQuery(meQuery);
  return (
    <Page title={t('shell.account')} intro={me.data && t('account.loggedInAs', { email: me.data.email })}>
      <AffectedBookings />
      {me.isPending && <Loading rows={3} height={180} />}
      {me.isError && me.data === undefined && (
        <ProblemNotice error={me.error} onRetry={() => void me.refetch()} retrying={me.isFetching} />
      )}
      {me.data && (
        <Stack gap="lg" maw={720}>
          <ProfileForm me={me.data} />
          <LanguageForm me={me.data} />
          <PhotoSection me={me.data} />
          <ContactSection key={me.data.contactEmail} me={me.data} />
          <BookingPageForm me={me.data} />
          <PasswordSection me={me.data} />
          <LoginsSection />
          <TwoStepSection />
          <SessionsSection />
          <ApiKeysSection />
          <ExportData />
          <DeleteAccount me={me.data} />
        </Stack>
      )}
    </Page>
  );
}
