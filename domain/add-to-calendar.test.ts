import { describe, expect, test } from 'vitest';
import { googleCalendarUrl, office365Url, outlookComUrl } from '#domain/add-to-calendar.ts';

const entry = {
  title: 'Intro call & more + "quotes" #1',
  startsAt: Date.UTC(2026, 11, 1, 9),
  endsAt: Date.UTC(2026, 11, 1, 9, 30),
  details: 'Join: https://zoom.example/j/1?pwd=a&b=c\nSee you',
  location: 'https://zoom.example/j/1?pwd=a&b=c',
};

describe('an add-to-calendar link', () => {
  test('fills Google Calendar with title, times, text and place', () => {
    const url = new URL(googleCalendarUrl(entry));
    expect(url.host + url.pathname).toBe('calendar.google.com/calendar/render');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      action: 'TEMPLATE',
      text: entry.title,
      dates: '20261201T090000Z/20261201T093000Z',
      details: entry.details,
      location: entry.location,
    });
  });

  test.each([
    ['outlook.live.com', outlookComUrl],
    ['outlook.office.com', office365Url],
  ])('fills %s the same way, without form encoding', (host, urlOf) => {
    const url = new URL(urlOf(entry));
    expect(url.host + url.pathname).toBe(`${host}/calendar/0/action/compose`);
    expect(url.search).not.toContain('+');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      rru: 'addevent',
      subject: entry.title,
      startdt: '2026-12-01T09:00:00.000Z',
      enddt: '2026-12-01T09:30:00.000Z',
      body: entry.details,
      location: entry.location,
    });
  });

  test('stays short for long texts and takes lone surrogates', () => {
    const url = googleCalendarUrl({ ...entry, title: '\uD800', details: 'ä'.repeat(5000) });
    expect(url.length).toBeLessThan(6000);
  });
});
