/** Long enough for every browser to have begun the download. */
const KEPT_MS = 10_000;

/** Hands a value to the browser as a download: indented JSON in a file of this name. */
export const saveJson = (name: string, value: unknown) =>
  saveBlob(name, new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));

/** Hands a text to the browser as a download. */
export const saveText = (name: string, text: string) => saveBlob(name, new Blob([text], { type: 'text/plain' }));

/** Hands a file to the browser as a download. */
export function saveBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
