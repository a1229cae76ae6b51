import { readConfig } from '#config';
import { createOrm } from '#db/orm.ts';
import { rotateKeys } from './rotate-keys.ts';

/** Longer than a refresh may take: what one holds is waited for. */
const STATEMENT_MS = 60_000;

const config = readConfig();
const orm = createOrm({
  url: config.DATABASE_URL,
  pool: 2,
  statementTimeoutMs: STATEMENT_MS,
  applicationName: 'rotate-keys',
});
try {
  await rotateKeys({ orm, config }, ({ name, done, left }) =>
    process.stdout.write(`${name}: ${done} resealed, ${left} left\n`),
  );
  process.stdout.write('Everything is sealed with the first key; the others may go from TOKEN_KEYS.\n');
} finally {
  await orm.close();
}
