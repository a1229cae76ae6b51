import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of a certificate and its key, PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

export interface Authority extends Identity {
  /** A certificate of this authority for `name` (a DNS name), valid for a day. */
  issue(name: string): Identity;
}

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Whether this machine can make certificates at all. */
export function hasOpenssl(): boolean {
  try {
    openssl('version');
    return true;
  } catch {
    return false;
  }
}

/** A new certificate authority, whose files and whose certificates' lie in `folder`. */
export function createAuthority(folder: string, name: string): Authority {
  const filesOf = (stem: string) => ({ cert: join(folder, `${stem}.pem`), key: join(folder, `${stem}.key`) });
  const own = filesOf(name);
  openssl('req', '-x509', ...EC, '-days', '1', '-subj', `/CN=${name}`, '-keyout', own.key, '-out', own.cert);
  return {
    ...own,
    issue(dnsName) {
      const issued = filesOf(dnsName);
      const request = join(folder, `${dnsName}.csr`);
      const extensions = join(folder, `${dnsName}.ext`);
      writeFileSync(extensions, `subjectAltName = DNS:${dnsName}\n`);
      openssl('req', '-new', ...EC, '-subj', `/CN=${dnsName}`, '-keyout', issued.key, '-out', request);
      const signing = ['-CA', own.cert, '-CAkey', own.key, '-CAcreateserial', '-extfile', extensions];
      openssl('x509', '-req', '-days', '1', '-in', request, ...signing, '-out', issued.cert);
      return issued;
    },
  };
}

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { stdio: 'pipe' });
}
