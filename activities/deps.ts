import type { CommandDeps } from '#commands/shared/deps.ts';
import type { MailTransport } from '#mail/transport.ts';

/** What every activity works with. */
export interface ActivityDeps extends CommandDeps {
  readonly mail: MailTransport;
}
