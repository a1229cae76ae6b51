import { type HostClient, logIn, signUp } from '#dev/clients/host.ts';
import { patiently } from '#dev/clients/patiently.ts';
import { UnexpectedAnswer } from '#dev/clients/session.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly timeZone: string;
}

const UNAUTHORIZED = 401;

/**
 * Logs a host in, or signs one up where none has this address; asks again while the app is too busy. Throws if the host
 * there has another password.
 */
export function findOrSignUp(app: string, person: Person): Promise<HostClient> {
  return patiently(async () => {
    try {
      return await logIn(app, person);
    } catch (error) {
      if (!(error instanceof UnexpectedAnswer) || error.status !== UNAUTHORIZED) throw error;
      return signUp(app, person);
    }
  });
}
