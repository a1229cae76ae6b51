/** Where the stack's mails arrive, with a web page and REST to read them; what is kept in its folder survives a restart. */
import { MailDev } from 'maildev';
import { z } from 'zod';

const { MAILBOX_PORT, SMTP_PORT, MAILBOX_DIR } = z
  .object({ MAILBOX_PORT: z.coerce.number(), SMTP_PORT: z.coerce.number(), MAILBOX_DIR: z.string().min(1) })
  .parse(process.env);

const mailbox = new MailDev({
  smtp: SMTP_PORT,
  ip: '127.0.0.1',
  web: MAILBOX_PORT,
  webIp: '127.0.0.1',
  mailDirectory: MAILBOX_DIR,
  silent: true,
});
await mailbox.start();

const stop = async () => {
  await mailbox.stop();
  process.exit(0);
};
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
