import { readdir, readFile, readlink } from 'node:fs/promises';

interface Listener {
  /** As the kernel writes it: hexadecimal, in the machine's order of bytes. */
  readonly address: string;
  readonly port: number;
}

/** 127.0.0.1, ::1 and 127.0.0.1 mapped into IPv6, as Linux writes them on little-endian machines. */
export const LOOPBACK: ReadonlySet<string> = new Set([
  '0100007F',
  '00000000000000000000000001000000',
  '0000000000000000FFFF00000100007F',
]);

/** The state of a socket that waits for connections, in `/proc/net/tcp`. */
const LISTEN = '0A';

/** Every TCP socket on which one of these processes waits for connections, by the kernel's own tables (Linux). */
export async function listenersOf(pids: readonly number[]): Promise<Listener[]> {
  const owned = new Set((await Promise.all(pids.map(socketsOf))).flat());
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')),
  );
  return tables
    .flatMap((table) => table.trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode = '']) => state === LISTEN && owned.has(inode))
    .map(([, local = '']) => {
      const [address = '', port = ''] = local.split(':');
      return { address, port: Number.parseInt(port, 16) };
    });
}

/** Inodes of the sockets a process has open. */
async function socketsOf(pid: number): Promise<string[]> {
  const folder = `/proc/${pid}/fd`;
  const links = await Promise.all((await readdir(folder)).map((fd) => readlink(`${folder}/${fd}`).catch(() => '')));
  return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
}
