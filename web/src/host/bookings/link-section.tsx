import { Alert, Anchor, Box, Button, Group, Loader, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type HostBooking, useBookingAction } from '../data/bookings.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { Icon } from '../parts/icons.tsx';
import { errorAt, ProblemNotice, sentenceOf } from '../parts/problem-notice.tsx';
import { said } from '../parts/said.ts';
import { Section } from '../parts/page.tsx';
import { tell } from '../parts/tell.tsx';
import { type FormEvent, useState } from 'react';
import { ErrorBelow, typed } from '../parts/inputs.tsx';
import { t } from '../text.ts';

/** Problems that a host who has not confirmed yet can still forestall. */
const NOT_CONNECTED = new Set(['not_connected', 'disconnected']);

/** The booking's link: ready, on its way, or missing with what can be done. */
export function LinkSection({ booking }: { readonly booking: HostBooking }) {
  const { status, conference } = booking;
  const isHeld = status === 'confirmed' || status === 'pending';
  const resend = useBookingAction(booking);
  if (!isHeld) return null;
  const sendAgain = () => resend.mutate({ verb: 'resend' }, { onSuccess: () => tell(t('bookings.resent')) });
  const isMissing = conference.status === 'unavailable' || conference.status === 'failed';
  return (
    <Section title={t('bookings.link')}>
      <LinkState booking={booking} />
      {conference.problem !== null && (
        <Alert color={isMissing ? 'red' : 'yellow'} variant="light" icon={<Icon name="alert" />} c="inherit">
          <Text size="sm">
            {status === 'pending' && NOT_CONNECTED.has(conference.problem.code)
              ? t('bookings.notConnected')
              : said(conference.problem.text, conference.problem.says)}
          </Text>
          {isMissing && (
            <Text size="sm" mt={4}>
              <Link to="/user/integrations">{t('bookings.openIntegrations')}</Link>
            </Text>
          )}
        </Alert>
      )}
      {resend.isError && <ProblemNotice error={resend.error} onRetry={sendAgain} />}
      {status === 'confirmed' && (
        <Stack gap="md">
          {conference.joinUrl === null ? (
            <PasteLink booking={booking} />
          ) : (
            <details>
              <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
                {t('bookings.otherLink')}
              </Text>
              <Box mt="xs">
                <PasteLink booking={booking} />
              </Box>
            </details>
          )}
          <Group gap="sm">
            <Button
              variant="default"
              leftSection={<Icon name="mail" size={16} />}
              onClick={sendAgain}
              loading={resend.isPending}
            >
              {t('bookings.resend')}
            </Button>
            <Text size="sm" c="dimmed">
              {isMissing ? t('bookings.resendCreates') : t('bookings.resendHint')}
            </Text>
          </Group>
        </Stack>
      )}
    </Section>
  );
}

function LinkState({ booking: { status, conference } }: { readonly booking: HostBooking }) {
  const { joinUrl } = conference;
  if (joinUrl !== null)
    return (
      <Stack gap="sm">
        <Anchor href={joinUrl} target="_blank" rel="noreferrer" fw={500} translate="no">
          {joinUrl}
        </Anchor>
        <Group gap="sm">
          {status === 'confirmed' && (
            <Button
              component="a"
              href={joinUrl}
              target="_blank"
              rel="noreferrer"
              leftSection={<Icon name="video" size={18} />}
            >
              {t('bookings.joinMeeting')}
            </Button>
          )}
          <CopyLink address={joinUrl} of={t('bookings.theMeeting')} />
        </Group>
      </Stack>
    );
  if (conference.status === 'pending' && status === 'confirmed' && conference.problem === null)
    return (
      <Group gap="xs" role="status">
        <Loader size="xs" aria-hidden />
        <Text size="sm">{t('bookings.creatingHint')}</Text>
      </Group>
    );
  if (status === 'pending' && conference.problem === null) return <Text size="sm">{t('bookings.linkOnConfirm')}</Text>;
  if (conference.status === 'none') return <Text size="sm">{t('bookings.noLinkNeeded')}</Text>;
  return <Text size="sm">{t('bookings.noLinkYet')}</Text>;
}

/** A link the host brings along; it wins over the platform's. */
function PasteLink({ booking }: { readonly booking: HostBooking }) {
  const action = useBookingAction(booking);
  const [url, setUrl] = useState('');
  const submitted = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await action.mutateAsync({ verb: 'link', url: url.trim() });
      // By now this form may have made room for the link.
      setUrl('');
      tell(t('bookings.linkSaved'));
    } catch {
      // The field says it.
    }
  };
  return (
    <form onSubmit={(event) => void submitted(event)} noValidate>
      <Group gap="sm" align="flex-end">
        <TextInput
          label={t('bookings.pasteLink')}
          description={t('bookings.pasteHint')}
          type="url"
          inputMode="url"
          placeholder={t('types.places.linkExample')}
          style={{ flex: '1 1 200px' }}
          value={url}
          onChange={typed((text) => {
            action.reset();
            setUrl(text);
          })}
          error={action.isError}
        />
        <Button type="submit" variant="default" loading={action.isPending} disabled={url.trim() === ''}>
          {t('bookings.useLink')}
        </Button>
      </Group>
      <ErrorBelow>{action.isError ? wordsOf(action.error) : undefined}</ErrorBelow>
    </form>
  );
}

const wordsOf = (error: unknown) => errorAt(error, '/url') ?? sentenceOf(error);
