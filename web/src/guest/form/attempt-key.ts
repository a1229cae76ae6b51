/**
 * One key for one body: a retry of the same body repeats the attempt, anything else begins a new one. `last` is an
 * attempt of before.
 */
export function createAttemptKeys(last = { body: '', key: '' }): (body: string) => string {
  return (body) => {
    if (last.key === '' || last.body !== body) last = { body, key: uuid() };
    return last.key;
  };
}

/** A random UUID; `crypto.randomUUID` exists on https and localhost only. */
function uuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
