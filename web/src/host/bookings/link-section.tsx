import { Alert, Anchor, Box, Button, Group, Loader, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type HostBooking, useBookingAction } from '../data/bookings.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { Icon } from '../parts/icons.tsx';
import { ProblemNotice, sentenceOf } from '../parts/problem-notice.tsx';
import { Section } from '../parts/page.tsx';
import { tell } from '../parts/tell.tsx';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../shared/api.ts';
import { ErrorBelow, typed } from '../parts/inputs.tsx';

/** Problems that a host who has not confirmed yet can still forestall. */
const NOT_CONNECTED = new Set(['not_connected', 'disconnected']);

/** The booking's link: ready, on its way, or missing with what can be done. */
export function LinkSection({ booking }: { readonly booking: HostBooking }) {
  const { status, conference } = booking;
  const isHeld = status === 'confirmed' || status === 'pending';
  const resend = useBookingAction(booking);
  if (!isHeld) return null;
  const sendAgain = () =>
    resend.mutate({ verb: 'resend' }, { onSuccess: () => tell('Confirmation sent to your guest again.') });
  const isMissing = conference.status === 'unavailable' || conference.status === 'failed';
  return (
    <Section title="Meeting link">
      <LinkState booking={booking} />
      {conference.problem !== null && (
        <Alert color={isMissing ? 'red' : 'yellow'} variant="light" icon={<Icon name="alert" />} c="inherit">
          <Text size="sm">
            {status === 'pending' && NOT_CONNECTED.has(conference.problem.code)
              ? 'The meeting platform isn’t connected, so confirming won’t create a link. Connect it first, or paste your own link afterwards.'
              : conference.problem.text}
          </Text>
          {isMissing && (
            <Text size="sm" mt={4}>
              <Link to="/user/integrations">Open Integrations</Link>
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
                Use another link
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
              Resend confirmation
            </Button>
            <Text size="sm" c="dimmed">
              {isMissing ? 'Creates the missing link first, if possible.' : 'Sends the confirmation email again.'}
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
              Join the meeting
            </Button>
          )}
          <CopyLink address={joinUrl} of="the meeting" />
        </Group>
      </Stack>
    );
  if (conference.status === 'pending' && status === 'confirmed' && conference.problem === null)
    return (
      <Group gap="xs" role="status">
        <Loader size="xs" aria-hidden />
        <Text size="sm">We’re creating the link. We’ll show it here and email it to your guest.</Text>
      </Group>
    );
  if (status === 'pending' && conference.problem === null)
    return <Text size="sm">We’ll create the link when you confirm the booking.</Text>;
  if (conference.status === 'none')
    return <Text size="sm">This meeting doesn’t need a link. You can still share one.</Text>;
  return <Text size="sm">No link yet.</Text>;
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
      tell('Link saved. We’ll email it to your guest.');
    } catch {
      // The field says it.
    }
  };
  return (
    <form onSubmit={(event) => void submitted(event)} noValidate>
      <Group gap="sm" align="flex-end">
        <TextInput
          label="Paste your own link"
          description="We’ll save it on the booking and email it to your guest."
          type="url"
          inputMode="url"
          placeholder="https://…"
          style={{ flex: '1 1 200px' }}
          value={url}
          onChange={typed((text) => {
            action.reset();
            setUrl(text);
          })}
          error={action.isError}
        />
        <Button type="submit" variant="default" loading={action.isPending} disabled={url.trim() === ''}>
          Use this link
        </Button>
      </Group>
      <ErrorBelow>{action.isError ? wordsOf(action.error) : undefined}</ErrorBelow>
    </form>
  );
}

const wordsOf = (error: unknown) =>
  (error instanceof ApiProblem && error.errors.find(({ pointer }) => pointer === '/url')?.detail) || sentenceOf(error);
