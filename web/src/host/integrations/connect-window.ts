const WIDTH = 560;
const HEIGHT = 720;

/**
 * Opens an empty window; must be called in the click itself, before anything is awaited, or browsers block it.
 * Null when it was blocked.
 */
export function openConnectWindow(providerName: string): Window | null {
  const left = Math.max(0, window.screenX + (window.outerWidth - WIDTH) / 2);
  const top = Math.max(0, window.screenY + (window.outerHeight - HEIGHT) / 2);
  const opened = window.open('', '_blank', `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`);
  if (opened === null) return null;
  opened.document.title = `Connect ${providerName}`;
  opened.document.body.textContent = `Opening ${providerName}…`;
  return opened;
}
