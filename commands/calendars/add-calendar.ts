import { randomUUIDv7 } from 'node:crypto';
import { deliverCalendar } from '#commands/shared/deliver-signals.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { invalidField, Refusal } from '#commands/shared/refusal.ts';
import { Calendar } from '#db/entities/calendar.ts';
import { hostTransaction } from '#db/host-transaction.ts';
import { type AddressProblem, readAddress } from '#domain/outbound/address.ts';
import { says, type Sentence } from '#messages/says.ts';
import { openAddress, sealAddress } from './calendar-address.ts';

const MOST_CALENDARS = 10;

const WRONG: Readonly<Record<AddressProblem, Sentence>> = {
  not_an_address: says('said.no_calendar_address'),
  scheme: says('said.calendar_scheme'),
  private: says('said.no_private_address'),
};

interface NewCalendar {
  readonly hostId: string;
  /** As the host pasted it. */
  readonly url: string;
  /** The address' host name if left out. */
  readonly name?: string | undefined;
}

/**
 * From now on the calendar's busy times block the host's slots; until it has been read for the first time everything is
 * blocked, since what is unknown is never free.
 * @throws Refusal `validation_failed` for an address that must not be fetched, `invalid_transition` for one that is used
 * already or one too many
 */
export async function addCalendar(deps: CommandDeps, { hostId, url, name }: NewCalendar): Promise<Calendar> {
  const address = readAddress(url, deps.config.OUTBOUND_ALLOW);
  if (typeof address === 'string') throw invalidField('/url', WRONG[address]);
  const calendar = await hostTransaction(deps.orm, hostId, async (em) => {
    const others = await em.find(Calendar, { host: hostId }, { populate: ['address'] });
    if (others.some((one) => openAddress(deps.config, one.id, one.address) === address.href))
      throw new Refusal('invalid_transition', says('said.calendar_twice'));
    if (others.length >= MOST_CALENDARS)
      throw new Refusal('invalid_transition', says('said.most_calendars', { most: MOST_CALENDARS }));
    const now = deps.now();
    const id = randomUUIDv7();
    const made = em.create(Calendar, {
      id,
      host: hostId,
      name: name ?? address.hostname,
      address: sealAddress(deps.config, id, address.href),
      state: 'ok',
      nextWakeAt: now,
      createdAt: now,
    });
    await em.flush();
    return made;
  });
  await deliverCalendar(deps, calendar, 'added');
  return calendar;
}
