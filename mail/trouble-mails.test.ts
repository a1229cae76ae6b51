import { describe, expect, test } from 'vitest';
import {
  context,
  sampleAccountMail,
  sampleCalendarMail,
  sampleConnectionMail,
  sampleWebhookMail,
} from '#dev/mail-preview/samples.ts';
import { renderAccountMail, renderCalendarMail, renderConnectionMail, renderWebhookMail } from '#mail/render.ts';
import { envelope, seen } from '#test/fixtures/rendered-mail.ts';

describe.each(['en-GB', 'de'])('read in %s', (readerLocale) => {
  test.each([
    'sign_up',
    'account_exists',
    'no_account',
    'login',
    'password',
    'password_changed',
    'two_step_on',
    'login_added',
    'two_step_off',
    'backup_codes_replaced',
    'backup_code_used',
    'api_key_made',
    'contact_address',
  ] as const)('the mail with a way in says why it came: %s', (kind) => {
    const mail = renderAccountMail({ ...sampleAccountMail, readerLocale, kind }, context);
    expect(`${envelope(mail)}\n\n${mail.text}`).toMatchSnapshot();
    expect(mail.html).toContain(`href="${sampleAccountMail.url.replaceAll('&', '&amp;')}"`);
    for (const body of [seen(mail.html), mail.text]) expect(body).toContain('info@insytical.com');
  });

  test.each(['uninstalled', 'token_dead', 'connected_elsewhere'] as const)(
    'the mail about a connection says what happened and what to do: %s',
    (cause) => {
      for (const day of [0, 1, 14] as const) {
        const mail = renderConnectionMail({ ...sampleConnectionMail, readerLocale, cause, day }, context);
        expect(`${envelope(mail)}\n\n${mail.text}`).toMatchSnapshot(`day ${day}`);
      }
    },
  );

  test.each([
    [0, sampleCalendarMail.readAt],
    [3, null],
    [7, sampleCalendarMail.readAt],
  ] as const)(
    'the mail about a calendar says what still blocks and what to do, day %i, last read %j',
    (day, readAt) => {
      const mail = renderCalendarMail({ ...sampleCalendarMail, readerLocale, day, readAt }, context);
      expect(`${envelope(mail)}\n\n${mail.text}`).toMatchSnapshot();
    },
  );

  test.each(['failing', 'gone'] as const)('the mail about a paused webhook says why and what to do: %s', (cause) => {
    const mail = renderWebhookMail({ ...sampleWebhookMail, readerLocale, cause }, context);
    expect(`${envelope(mail)}\n\n${mail.text}`).toMatchSnapshot();
  });
});

test('the mail about a connection promises nothing about bookings when none is affected', () => {
  const { text } = renderConnectionMail({ ...sampleConnectionMail, affectedBookings: 0 }, context);
  expect(text).not.toContain('missing links');
});
