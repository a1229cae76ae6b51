import { Alert, Button, Group, Switch, Text, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type Me, useAskForContact, useChangeMe, useConfirmContact, useRemoveContact } from '../data/me.ts';
import { ticked, typed } from '../parts/inputs.tsx';
import { Section } from '../parts/page.tsx';
import { errorAt, ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { t } from '../text.ts';

/** The address that guests see and reply to. */
export function ContactSection({ me }: { readonly me: Me }) {
  const ask = useAskForContact();
  const remove = useRemoveContact();
  const [email, setEmail] = useState(me.contactEmail ?? me.email);
  const invalid = errorAt(ask.error);
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(email, { onSuccess: ({ isMailed }) => !isMailed && tell(t('account.contact.saved')) });
  };
  return (
    <form onSubmit={submitted} noValidate>
      <Section title={t('account.contact.title')}>
        <FollowedLink />
        {me.contactEmail === null && <LoginAddressChoice me={me} />}
        <TextInput
          type="email"
          autoComplete="email"
          label={t('account.contact.label')}
          description={t('account.contact.hint')}
          value={email}
          onChange={typed(setEmail)}
          error={invalid}
        />
        {ask.data?.isMailed && (
          <Text size="sm" role="status">
            {t('account.contact.mailed', { email: ask.variables })}
          </Text>
        )}
        {ask.isError && invalid === undefined && <ProblemNotice error={ask.error} />}
        {remove.isError && <ProblemNotice error={remove.error} />}
        <Group justify="flex-end">
          {me.contactEmail !== null && (
            <Button
              variant="default"
              loading={remove.isPending}
              onClick={() => remove.mutate(undefined, { onSuccess: () => tell(t('account.contact.removed')) })}
            >
              {t('account.contact.remove')}
            </Button>
          )}
          <Button type="submit" loading={ask.isPending} disabled={email === me.contactEmail}>
            {t('account.contact.save')}
          </Button>
        </Group>
      </Section>
    </form>
  );
}

/** Whether guests may see the address of the login, where the host has chosen no other. Saved at once. */
function LoginAddressChoice({ me }: { readonly me: Me }) {
  const change = useChangeMe();
  const [isShown, setIsShown] = useState(me.showsLoginEmail);
  const switched = (on: boolean) => {
    // At once: a switch that waits for the answer springs back first.
    setIsShown(on);
    change.mutate(
      { showsLoginEmail: on },
      { onSuccess: () => tell(t('common.saved')), onError: () => setIsShown(me.showsLoginEmail) },
    );
  };
  return (
    <>
      <Text size="sm">{t('account.contact.none')}</Text>
      <Switch
        label={t('account.contact.showLogin')}
        description={t('account.contact.showLoginHint', { email: me.email })}
        checked={isShown}
        onChange={ticked(switched)}
      />
      {change.isError && <ProblemNotice error={change.error} />}
    </>
  );
}

/** A button where the mailed link was followed: programs that open every link in a mail choose nothing. */
function FollowedLink() {
  const { contact: token }: { contact?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const confirm = useConfirmContact();
  if (token === undefined) return null;
  const confirmed = async () => {
    // Not by `mutate`: its callbacks end with this section, which is drawn afresh for the new address.
    try {
      await confirm.mutateAsync(token);
      tell(t('account.contact.saved'));
      await navigate({ to: '/user/account', search: {}, replace: true });
    } catch {
      // Shown below.
    }
  };
  return (
    <Alert>
      <Text size="sm" mb="xs">
        {t('account.contact.ask')}
      </Text>
      <Button size="xs" loading={confirm.isPending} onClick={() => void confirmed()}>
        {t('account.contact.confirm')}
      </Button>
      {confirm.isError && <ProblemNotice error={confirm.error} />}
    </Alert>
  );
}
