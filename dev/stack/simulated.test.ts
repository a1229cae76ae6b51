import { expect, test } from 'vitest';
import { simulatedProviders } from './simulated.ts';

const secrets = {
  installation: 'x',
  postgresPassword: '',
  demoPassword: '',
  novaPassword: '',
  simulatorClientSecret: 'client-secret',
  simulatorWebhookSecret: 'webhook-secret',
  AUTH_SECRET: '',
  TOKEN_KEYS: '',
  LINK_KEYS: '',
};
const URL = 'http://127.0.0.1:4010';

test('without credentials every provider is simulated', () => {
  const env = simulatedProviders({}, URL, secrets);
  expect(env).toMatchObject({
    ZOOM_API_URL: `${URL}/zoom`,
    ZOOM_CLIENT_SECRET: 'client-secret',
    ZOOM_WEBHOOK_SECRET: 'webhook-secret',
    TEAMS_CLIENT_SECRET: 'client-secret',
    MEET_CLIENT_SECRET: 'client-secret',
  });
});

test('real credentials leave their provider alone, and only theirs', () => {
  const env = simulatedProviders({ ZOOM_CLIENT_ID: 'real', ZOOM_CLIENT_SECRET: 'real' }, URL, secrets);
  expect(Object.keys(env).filter((name) => name.startsWith('ZOOM_'))).toEqual([]);
  expect(env).toHaveProperty('MEET_CLIENT_ID');
});

test('simulated accounts log in; where real ones do, the operator says', () => {
  expect(simulatedProviders({}, URL, secrets)).toMatchObject({ LOGIN_WITH: 'google,microsoft' });
  const real = { MEET_CLIENT_ID: 'real', MEET_CLIENT_SECRET: 'real' };
  expect(simulatedProviders(real, URL, secrets)).toMatchObject({ LOGIN_WITH: 'microsoft' });
  expect(simulatedProviders({ LOGIN_WITH: 'google' }, URL, secrets)).not.toHaveProperty('LOGIN_WITH');
});

test('half a credential is none', () => {
  expect(simulatedProviders({ ZOOM_CLIENT_ID: 'real' }, URL, secrets)).toHaveProperty('ZOOM_CLIENT_SECRET');
});
