import { openRoutes, type Route } from './open-routes.ts';
import { type Attack, attacker } from './stage.ts';

const REQUESTS = 100;
const AT_ONCE = 20;

/** Every route that needs no login, one after the other, each asked as its description says, from twenty networks. */
const everyOpenRoute: Attack = {
  name: `a flood of ${REQUESTS} requests on each route that needs no login`,
  async play({ app, demo, guests }) {
    for (const route of await openRoutes(app, demo)) await flood(app, route);
    await guests.visits(5);
  },
};

/** Each of them could ask the database once for every name it has never heard. */
const namesNobodyKnows: Attack = {
  name: 'a flood of Teams notifications, each about a thousand unknown subscriptions',
  async play({ app, guests }) {
    const value = Array.from({ length: 1_000 }, (_, index) => ({ subscriptionId: `s${index}`, clientState: '' }));
    await flood(app, {
      method: 'post',
      path: '/webhooks/teams',
      type: 'application/json',
      body: JSON.stringify({ value }),
    });
    await guests.visits(5);
  },
};

export const FLOODS: readonly Attack[] = [everyOpenRoute, namesNobodyKnows];

/** As many requests as the API answers, some at once: on a slow machine the attackers are slower too. */
async function flood(app: string, { method, path, type, body }: Route): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < REQUESTS) {
      next += 1;
      const headers = { 'X-Forwarded-For': attacker(next), ...(type === undefined ? {} : { 'Content-Type': type }) };
      const response = await fetch(app + path, { method, headers, body: body ?? null, redirect: 'manual' });
      await response.body?.cancel();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}
