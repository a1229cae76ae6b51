/** Long enough for every browser to have begun the download. */
const KEPT_MS = 10_000;

/** Hands a value to the browser as a download: indented JSON in a file of this name. */
export function saveJson(name: string, value: unknown): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
