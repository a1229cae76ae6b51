import './styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { speak } from './text.ts';
import { type HostLanguage, LANGUAGE } from './writing.ts';

/** The messages of a language, and no other's, as the build compiled them: `web/compiled-messages.ts`. */
async function messagesOf(language: HostLanguage) {
  // Mantine's calendars say their months and days by dayjs.
  if (language === 'de') await import('dayjs/locale/de');
  const { host } = await (language === 'de' ? import('#messages/de/host.ts') : import('#messages/en/host.ts'));
  return host as object as Parameters<typeof speak>[0];
}

async function start() {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no place for the app');
  document.documentElement.lang = LANGUAGE;
  speak(await messagesOf(LANGUAGE), LANGUAGE);
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
