const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a provider sends notifications to this address: it wants https, and this machine's own addresses are let through. */
export function takesNotifications(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || LOOPBACK.includes(hostname);
}
