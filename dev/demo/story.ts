import { book } from './chapters/book.ts';
import { cancel } from './chapters/cancel.ts';
import { publish } from './chapters/publish.ts';
import { reschedule } from './chapters/reschedule.ts';
import { expectThat } from './expect.ts';
import type { StackFile } from '#dev/stack/stack-file.ts';
import { openPlay } from './play.ts';
import type { Reporter } from './reporter.ts';

const REMINDER_WITHIN_MS = 180_000;

/**
 * The product's main job as host and guest live it, over HTTP: connect, book, reschedule by the link in the mail,
 * be reminded, cancel. Everything is looked at where it must show: API, provider, mailbox and Temporal.
 * @throws Error at the first thing that is not as it should be
 */
export async function playStory(places: StackFile, providerId: string, reporter: Reporter): Promise<void> {
  const play = openPlay(places, providerId, reporter);
  try {
    const published = await publish(play);
    const booked = await book(play, published);
    const update = await reschedule(play, published, booked);
    play.chapter('A reminder comes from a timer');
    const reminder = await play.mailbox.awaitMail(booked.guest.email, /reminder/i, REMINDER_WITHIN_MS);
    expectThat('the reminder has the link', reminder.text.includes(booked.joinUrl));
    play.saw(`“${reminder.subject}”`);
    await cancel(play, booked, update);
  } finally {
    await play.workflows.close();
  }
}
