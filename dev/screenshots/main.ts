/** `npm run screenshots`: takes docs/screenshots/ again, on a stack of its own. */
import { launchBrowser } from '#dev/browser/launch-browser.ts';
import { startOwnStack } from '#dev/stack/own-stack.ts';
import { publishEventTypes, signUpHost, useCalendar } from './host-at-work.ts';
import { REQUEST, VISITS } from './people.ts';
import { shootAffected, shootGuest, shootIntegrations, shootScheduler, shootWebsite } from './pictures.ts';
import { book, confirm, settled } from './visits.ts';

const say = (line: string) => console.log(line);
const stack = await startOwnStack(say);
const browser = await launchBrowser();
try {
  const { app, simulators } = stack.places;
  const studio = { app, browser, say };
  const host = await signUpHost(app);
  await shootIntegrations(studio, host);
  await useCalendar(host, simulators);

  const offers = await publishEventTypes(host);
  const bookings = [];
  for (const visit of VISITS) {
    const booking = await book(app, offers, visit);
    if (booking.status === 'pending') await confirm(host, booking);
    bookings.push(booking);
  }
  await book(app, offers, REQUEST);
  const [first] = await Promise.all(bookings.map((booking) => settled(app, booking)));
  if (first === undefined) throw new Error('No booking was made');
  await shootScheduler(studio, host, { booking: first, shared: offers.intro });
  await shootWebsite(studio);
  await shootGuest(studio);
  await shootAffected(studio, host, first);
} finally {
  await browser.close();
  await stack.stop();
}
