/** Where a browser keeps what is ours: for every tab, or for this one until it is closed. */
type Place = 'localStorage' | 'sessionStorage';

/** What is kept under a name; null where there is nothing, or the browser keeps nothing for us. */
export function readKept(place: Place, name: string): string | null {
  try {
    return window[place].getItem(name);
  } catch {
    return null;
  }
}

/** The same as JSON, whose shape another version of our pages may have written; null where it is none. */
export function readKeptJson(place: Place, name: string): unknown {
  try {
    return JSON.parse(readKept(place, name) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps a text, or forgets it where it is null; false where the browser keeps nothing for us. */
export function keep(place: Place, name: string, text: string | null): boolean {
  try {
    if (text === null) window[place].removeItem(name);
    else window[place].setItem(name, text);
    return true;
  } catch {
    return false;
  }
}
