import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { says, saysOfLink } from '#messages/says.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';

const MIGRATION = 'Migration20261130091500_says';

const deps = await openInstallation();
const booking = await bookTime(deps, await makeEventType(deps, await makeHost(deps)), at(0));

test('lines of a timeline that were written before sentences had codes are read once', async () => {
  const known = [
    says('said.booked'),
    says('said.meeting_created', { name: 'Google Meet' }),
    says('said.moved_there', { name: 'Zoom' }),
    says('said.moved_there_overlaps', { name: 'Zoom' }),
    says('said.moved_there_followed', { name: 'Microsoft Teams' }),
    says('said.deleted_there_cancelled', { name: 'Zoom' }),
    says('said.guest_corrected', { what: 'both' }),
    says('said.mail_rejected', { reader: 'further_guest' }),
    says('said.mail_unknown', { reader: 'host' }),
    saysOfLink('scopes_missing', 'Zoom'),
    { text: 'The operator’s “cancel” was refused: The meeting is over.', says: null },
  ];
  const em = deps.orm.em.fork();
  await deps.orm.migrator.down({ migrations: [MIGRATION] });
  for (const [index, { text }] of known.entries())
    await em.execute(
      `insert into booking_events (id, booking_id, at, actor, kind, text, revision) values (?, ?, now(), 'system', 'past', ?, ?)`,
      [randomUUIDv7(), booking, text, index],
    );
  await deps.orm.migrator.up();
  const rows = await em.execute(`select text, says from booking_events where kind = 'past' order by revision`);
  expect(rows).toEqual(known);
});
