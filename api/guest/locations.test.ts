import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { formIn, sendForm } from '#test/fixtures/forms.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { GuestBooking, PublicEventType } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Robin Host' });
await host.alwaysOpen();
const OFFICE = { kind: 'in_person', value: 'Main Street 1' };
const type = await host.offer('zoom', {
  furtherLocations: [{ kind: 'phone' }, { kind: 'phone', value: '+49 30 1234567' }, OFFICE],
});
const single = await host.offer('phone', { location: OFFICE });
const guest = newGuest(api.base);

let hours = 48;
/** A slot that no other test of this file uses. */
const nextFree = () =>
  new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + (hours += 1) * 3_600_000).toISOString();

const pathOf = (slug: string) => `/api/v1/public/${host.handle}/${slug}`;

async function book(changes: object, slug = type.slug) {
  const body = { startsAt: nextFree(), guest: { name: guest.name, email: guest.email, timeZone: 'UTC' }, ...changes };
  const answer = await guest.request('POST', `${pathOf(slug)}/bookings`, body);
  const told = (await answer.json()) as GuestBooking & { errors?: { pointer: string }[] };
  return { status: answer.status, body: told, pointers: told.errors?.map(({ pointer }) => pointer) };
}

const tokenOf = (answer: Response) => /booking\/([^?]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';

const asHost = (location?: string) =>
  host.json<GuestBooking>('POST', `/api/v1/event-types/${type.id}/bookings`, {
    startsAt: nextFree(),
    guest: { name: 'Ann Lee', email: guest.email, timeZone: 'UTC' },
    ...(location && { location }),
  });

test('a guest is told the places, and no number or address', async () => {
  const shown = await guest.json<PublicEventType>('GET', pathOf(type.slug));
  expect(shown.locations).toEqual([
    { id: 'zoom', kind: 'zoom', name: 'Zoom', label: null, asksPhone: false },
    { id: 'phone_host_calls', kind: 'phone', name: 'Phone call', label: null, asksPhone: true },
    { id: 'phone_guest_calls', kind: 'phone', name: 'Phone call', label: null, asksPhone: false },
    { id: 'in_person', kind: 'in_person', name: 'In person', label: null, asksPhone: false },
  ]);
  expect(shown.location).toEqual(shown.locations[0]);
  expect(JSON.stringify(shown)).not.toMatch(/Main Street|1234567/);
  expect((await guest.json<PublicEventType>('GET', pathOf(single.slug))).locations).toHaveLength(1);
});

test.each([
  ['zoom', {}, { kind: 'zoom' }, { provider: 'zoom', phone: null }],
  ['phone_host_calls', { phone: '+49 30 765432' }, { kind: 'phone' }, { provider: null, phone: '+49 30 765432' }],
  ['phone_guest_calls', {}, { kind: 'phone', value: '+49 30 1234567' }, { provider: null, phone: null }],
  ['in_person', {}, OFFICE, { provider: null, phone: null }],
])(
  'a booking is at the place that was chosen, and stays there where it moves: %s',
  async (location, more, place, told) => {
    const { status, body } = await book({ location, ...more });
    expect([status, body.phone, body.conference.provider]).toEqual([201, told.phone, told.provider]);
    expect(body.eventType.location).toMatchObject(place);
    const file = await (await guest.request('GET', `/api/v1/public/bookings/${body.token}/calendar.ics`)).text();
    expect(file.includes('Main Street 1')).toBe(location === 'in_person');
    const moved = await guest.reschedule(body.token, nextFree());
    expect(moved.eventType.location).toEqual(body.eventType.location);
    expect((await host.booking(body.id)).eventType.location).toEqual(place);
  },
);

test('a place has to be chosen where there are several, and be one of them', async () => {
  for (const location of [undefined, 'teams', 'phone', 'link', ''])
    expect(await book({ location })).toMatchObject({ status: 422, pointers: ['/location'] });
  expect(await book({ location: 'zoom', phone: '+49 30 765432' })).toMatchObject({ status: 422, pointers: ['/phone'] });
  expect(await book({ location: 'phone_host_calls' })).toMatchObject({ status: 422, pointers: ['/phone'] });
  expect(await book({ location: 'zoom' }, single.slug)).toMatchObject({ status: 422, pointers: ['/location'] });
  expect(await book({ location: 'in_person' }, single.slug)).toMatchObject({ status: 201 });
  expect(await book({}, single.slug)).toMatchObject({ status: 201 });
});

test('a place that the host takes away meanwhile is refused', async () => {
  const { slug, id } = await host.offer('phone', { location: OFFICE, furtherLocations: [{ kind: 'zoom' }] });
  await host.json('PATCH', `/api/v1/event-types/${id}`, { furtherLocations: [] });
  expect(await book({ location: 'zoom' }, slug)).toMatchObject({ status: 422, pointers: ['/location'] });
});

test.each([
  ['/furtherLocations/0/kind', [{ kind: 'zoom' }]],
  ['/furtherLocations/1/label', [OFFICE, { kind: 'in_person', value: 'Side Street 2' }]],
  [
    '/furtherLocations/1/label',
    [
      { ...OFFICE, label: 'Here' },
      { kind: 'in_person', label: ' Here ' },
    ],
  ],
  ['/furtherLocations/0/kind', [{ kind: 'zoom', label: 'Another Zoom' }]],
  ['/furtherLocations/0/kind', [{ kind: 'nowhere' }]],
  ['/furtherLocations/0/value', [{ kind: 'link', value: 'no link' }]],
  ['/furtherLocations/1/value', [OFFICE, { kind: 'phone', value: 'my office' }]],
])('a host is told what is wrong with a further place: %s', async (pointer, furtherLocations) => {
  const answer = await host.request('PATCH', `/api/v1/event-types/${type.id}`, { furtherLocations });
  const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
  expect([answer.status, errors.map((error) => error.pointer)]).toEqual([422, [pointer]]);
});

test('of several places of one kind a guest chooses by their names, and is told the chosen one’s address', async () => {
  const { slug } = await host.offer('phone', {
    location: { ...OFFICE, label: 'Berlin office' },
    furtherLocations: [
      { kind: 'in_person', value: 'Side Street 2', label: 'Munich office' },
      { kind: 'in_person', label: 'Café at the corner' },
      { kind: 'phone', value: '+49 30 1234567', label: 'Sales' },
      { kind: 'phone', value: '+49 30 7654321', label: 'Support' },
    ],
  });
  const { locations } = await guest.json<PublicEventType>('GET', pathOf(slug));
  expect(locations.map(({ label }) => label)).toEqual([
    'Berlin office',
    'Munich office',
    'Café at the corner',
    'Sales',
    'Support',
  ]);
  expect(JSON.stringify(locations)).not.toMatch(/Street|1234567/);
  const placeOf = async (label: string) => {
    const { body } = await book({ location: locations.find((one) => one.label === label)?.id }, slug);
    return body.eventType.location.value;
  };
  expect(await placeOf('Berlin office')).toBe('Main Street 1');
  expect(await placeOf('Munich office')).toBe('Side Street 2');
  expect(await placeOf('Café at the corner')).toBe('Café at the corner');
  expect(await placeOf('Support')).toBe('+49 30 7654321');
  expect(await book({ location: 'in_person' }, slug)).toMatchObject({ status: 422, pointers: ['/location'] });
  const page = await (await guest.request('GET', `/${host.handle}/${slug}?slot=${nextFree()}`)).text();
  expect(page).toMatch(/value="in_person:Munich office"[\s\S]*Munich office/);
});

test('a copy of an event type has its places', async () => {
  const copy = await host.json<typeof type>('POST', `/api/v1/event-types/${type.id}/duplicate`);
  expect(copy.furtherLocations).toEqual(type.furtherLocations);
});

test('without scripts the form asks for the place, and takes a number for a call only', async () => {
  const path = `/${host.handle}/${type.slug}`;
  const opened = await (await guest.request('GET', `${path}?slot=${encodeURIComponent(nextFree())}`)).text();
  expect(opened).toMatch(/Robin Host(<!-- -->)? calls you/);
  const typed = { name: 'Sam Guest', email: guest.email, phone: '+49 30 765432' };
  const unchosen = await sendForm(api.base, formIn(opened, path), typed);
  const page = await unchosen.text();
  expect([unchosen.status, page.includes('id="field-location-problem"')]).toEqual([422, true]);
  expect(formIn(page, path).fields['phone']).toBe(typed.phone);
  const atOffice = await sendForm(api.base, formIn(page, path), { location: 'in_person' });
  expect(await guest.read(tokenOf(atOffice))).toMatchObject({ phone: null, eventType: { location: OFFICE } });
  const again = formIn(
    await (await guest.request('GET', `${path}?slot=${encodeURIComponent(nextFree())}`)).text(),
    path,
  );
  const called = await sendForm(api.base, again, { ...typed, location: 'phone_host_calls' });
  expect(await guest.read(tokenOf(called))).toMatchObject({ phone: typed.phone });
});

test('a refused form keeps the place that was chosen', async () => {
  const path = `/${host.handle}/${type.slug}`;
  const opened = await (await guest.request('GET', `${path}?slot=${encodeURIComponent(nextFree())}`)).text();
  const refused = await sendForm(api.base, formIn(opened, path), { name: 'Sam', email: 'sam@', location: 'in_person' });
  expect(formIn(await refused.text(), path).fields['location']).toBe('in_person');
});

test('a host who books for a guest chooses the place, or means the first', async () => {
  expect((await asHost()).eventType.location).toEqual({ kind: 'zoom' });
  expect((await asHost('in_person')).eventType.location).toEqual(OFFICE);
});
