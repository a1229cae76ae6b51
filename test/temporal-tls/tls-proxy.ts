import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { createServer } from 'node:tls';
import type { Identity } from './certificates.ts';

interface Options {
  /** Where the plain server listens, `host:port`. */
  readonly target: string;
  readonly identity: Identity;
  /** Path of the authority whose client certificates are let in. */
  readonly clientAuthority: string;
}

/** A server that ends mTLS and passes on what is inside: how a Temporal cluster behind mTLS looks to its clients. */
export async function startTlsProxy({ target, identity, clientAuthority }: Options) {
  const [host = '', port = ''] = target.split(':');
  const turnedAway: string[] = [];
  const server = createServer(
    {
      cert: readFileSync(identity.cert),
      key: readFileSync(identity.key),
      ca: readFileSync(clientAuthority),
      requestCert: true,
      rejectUnauthorized: true,
      ALPNProtocols: ['h2'],
    },
    (inside) => {
      const outside = connect(Number(port), host);
      inside.pipe(outside).pipe(inside);
      inside.on('error', () => outside.destroy());
      outside.on('error', () => inside.destroy());
      outside.on('close', () => inside.destroy());
    },
  );
  server.on('tlsClientError', ({ code = '' }: NodeJS.ErrnoException) => turnedAway.push(code));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Codes of the handshakes that failed, oldest first. */
    turnedAway,
    close: () => server.close(),
  };
}
