import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT, simulated, type Simulated } from '../testing/simulated.ts';
import { CALLBACK, inMinutes, zoomApp } from '../zoom/test-app.ts';

let sim: Simulated;

beforeAll(async () => {
  sim = await simulated();
});
afterAll(() => sim.close());

const open = async (path: string) => (await fetch(new URL(path, sim.url))).text();

/** Presses the form whose action ends so, as a browser would; returns the page it leads to. */
async function press(page: string, action: RegExp, fields: Record<string, string> = {}): Promise<string> {
  const found = [...page.matchAll(/action="([^"]+)"/g)].map(([, to]) => to ?? '').find((to) => action.test(to));
  if (found === undefined) throw new Error(`No form for ${action.source}`);
  const answer = await fetch(new URL(found, sim.url), { method: 'POST', body: new URLSearchParams(fields) });
  expect(answer.status).toBe(200);
  return answer.text();
}

test('the host moves, deletes and recovers a meeting and uninstalls the app by hand', async () => {
  const app = zoomApp(sim.url);
  const { access_token: token } = await app.connect('ada');
  const body = { topic: 'Tea & <cake>', start_time: inMinutes(60) };
  const { id } = (await app.call(token, 'POST', '/users/me/meetings', body)).body;

  const index = await open('/');
  const [, link = ''] = /href="(\/host\/zoom\/ada[^"]*)"/.exec(index) ?? [];
  let page = await open(link);
  expect(page).toContain('Tea &amp; &lt;cake&gt;');

  page = await press(page, /\/move$/, { startsAt: inMinutes(90).slice(0, 16) });
  expect((await app.call(token, 'GET', `/meetings/${id}`)).body.start_time).toBe(inMinutes(90));
  page = await press(page, /\/delete$/);
  expect((await app.call(token, 'GET', `/meetings/${id}`)).status).toBe(404);
  page = await press(page, /\/recover$/);
  expect((await app.call(token, 'GET', `/meetings/${id}`)).status).toBe(200);
  page = await press(page, /\/uninstall$/);
  expect(page).toContain('not connected');
  expect((await app.call(token, 'GET', `/meetings/${id}`)).status).toBe(401);
});

test('the consent form leads back to the app', async () => {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: CLIENT.id,
    redirect_uri: CALLBACK,
    state: 's',
  });
  const address = `${sim.url}/zoom/oauth/authorize?${query}`;
  expect(await open(address)).toMatch(/<form method="post">[^]*name="sim_account"[^]*name="sim_consent" value="allow"/);
  const press = async (fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' });
    return new URL(answer.headers.get('location') ?? '').searchParams;
  };
  expect((await press({ sim_account: 'bea', sim_consent: 'allow' })).get('code')).toMatch(/^\S{20,}$/);
  expect((await press({ sim_account: '', sim_consent: 'deny' })).get('error')).toBe('access_denied');
});
