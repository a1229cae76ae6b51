import { useEffect, useState } from 'react';

let speak: (text: string) => void = () => undefined;

/** Says something to people who listen to the page, without moving their focus (WCAG 4.1.3). */
export const announce = (text: string) => speak(text);

/** The one live region of the pages; in place before anything is said. */
export function Announcer() {
  const [said, setSaid] = useState({ text: '', count: 0 });
  useEffect(() => {
    speak = (text) => setSaid(({ count }) => ({ text, count: count + 1 }));
    return () => {
      speak = () => undefined;
    };
  }, []);
  return (
    <p className="visually-hidden" role="status">
      {/* The same sentence said twice is two announcements. */}
      <span key={said.count}>{said.text}</span>
    </p>
  );
}
