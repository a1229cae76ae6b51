import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { timed } from './measure.ts';

/** How a server answered under load. */
export interface Load {
  /** Milliseconds from asking to the last byte. */
  readonly times: readonly number[];
  /** Answers a second. */
  readonly rate: number;
}

/** As fast as the server answers, over so many connections that each ask again once they are answered. */
export async function flood(address: string, { connections = 16, seconds = 5 } = {}): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const took = await timed(async () => {
    const end = performance.now() + seconds * 1_000;
    const askOn = async () => {
      while (performance.now() < end) times.push(await timed(() => ask(address, agent)));
    };
    await Promise.all(Array.from({ length: connections }, askOn));
  });
  agent.destroy();
  return { times, rate: (times.length * 1_000) / took };
}

/** So many a second, whether or not those before have been answered: strangers do not wait for each other. */
export async function offer(address: string, perSecond: number, seconds = 10): Promise<Load> {
  const agent = new Agent({ keepAlive: true });
  const asked = Array.from({ length: perSecond * seconds }, async (_, index) => {
    await sleep((index * 1_000) / perSecond);
    return timed(() => ask(address, agent));
  });
  const times = await Promise.all(asked);
  agent.destroy();
  return { times, rate: perSecond };
}

/** As browsers ask. @throws where the answer is no 200 */
function ask(address: string, agent: Agent): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  request(address, { agent, headers: { 'accept-encoding': 'gzip, deflate, br' } }, (answer) => {
    if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}`));
    answer.once('end', resolve).once('error', reject).resume();
  })
    .once('error', reject)
    .end();
  return promise;
}
