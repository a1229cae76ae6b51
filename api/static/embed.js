/** Booking pages on other sites, see docs/embedding.md: inline, in a popup, or behind a floating button. No dependencies. */
(() => {
  const { currentScript } = document;
  const { origin } = new URL(currentScript.src);
  const EVENTS = ['ready', 'booked', 'rescheduled', 'cancelled'];
  /** By the window in each frame: where its events go, and whether it takes its page's height. */
  const frames = new Map();

  addEventListener('message', ({ origin: from, source, data }) => {
    const frame = from === origin && data?.source === 'insytical' ? frames.get(source) : undefined;
    if (frame === undefined) return;
    const { event, startsAt, endsAt, height } = data;
    if (event === 'height' && frame.isInline && height > 0) frame.element.style.height = `${Math.min(height, 5000)}px`;
    if (!EVENTS.includes(event)) return;
    const detail = { event, startsAt, endsAt, link: frame.link };
    frame.on?.[event]?.(detail);
    frame.place.dispatchEvent(new CustomEvent(`insytical:${event}`, { bubbles: true, detail }));
  });

  function addressOf({ link, prefill = {}, theme, lang }) {
    const address = new URL(link, `${origin}/`);
    if (address.origin !== origin) throw new Error(`Insytical: ${link} is no booking page of ${origin}`);
    for (const [name, value] of new URLSearchParams(prefill)) address.searchParams.set(name, value);
    if (theme === 'light' || theme === 'dark') address.searchParams.set('theme', theme);
    if (lang) address.searchParams.set('lang', lang);
    return address.href;
  }

  function addFrame(parent, { place, isInline, ...options }) {
    const element = document.createElement('iframe');
    element.title = options.title ?? 'Book a time';
    element.src = addressOf(options);
    Object.assign(element.style, {
      width: '100%',
      height: isInline ? '700px' : '100%',
      border: '0',
      colorScheme: 'auto',
    });
    parent.append(element);
    frames.set(element.contentWindow, { element, isInline, place, link: options.link, on: options.on });
    return element;
  }

  /** Shows a booking page in `element`, as high as it needs to be. */
  function inline({ element, ...options }) {
    return addFrame(element, { ...options, place: element, isInline: true });
  }

  /** Opens a booking page above this one. Escape, the cross and a click beside it close it. */
  function popup(options) {
    const dialog = document.createElement('dialog');
    if (typeof dialog.showModal !== 'function') return void open(addressOf(options), '_blank', 'noopener');
    dialog.setAttribute('aria-label', options.title ?? 'Book a time');
    Object.assign(dialog.style, {
      width: 'min(1100px, 96vw)',
      height: 'min(820px, 92vh)',
      maxWidth: 'none',
      maxHeight: 'none',
      padding: '0',
      border: '0',
      borderRadius: '14px',
      overflow: 'hidden',
    });
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = '×';
    close.setAttribute('aria-label', 'Close');
    Object.assign(close.style, {
      position: 'absolute',
      top: '8px',
      right: '8px',
      width: '36px',
      height: '36px',
      border: '0',
      borderRadius: '50%',
      background: '#16201d',
      color: '#fff',
      font: '24px/1 sans-serif',
      cursor: 'pointer',
    });
    close.addEventListener('click', () => dialog.close());
    document.body.append(dialog);
    const place = options.place ?? document.body;
    const { contentWindow } = addFrame(dialog, { ...options, place, isInline: false });
    dialog.append(close);
    dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
    dialog.addEventListener('close', () => {
      frames.delete(contentWindow);
      dialog.remove();
    });
    dialog.showModal();
    return dialog;
  }

  /** A button at the lower right corner that opens the popup. */
  function button({ text = 'Book a time', color = '#0f5f4e', textColor = '#fff', ...options }) {
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = text;
    Object.assign(element.style, {
      position: 'fixed',
      right: '20px',
      bottom: '20px',
      zIndex: '2147483000',
      padding: '14px 22px',
      border: '0',
      borderRadius: '999px',
      background: color,
      color: textColor,
      font: '600 16px/1.2 system-ui, sans-serif',
      boxShadow: '0 6px 24px rgb(0 0 0 / 25%)',
      cursor: 'pointer',
    });
    element.addEventListener('click', () => popup({ ...options, place: element }));
    document.body.append(element);
    return element;
  }

  /** Attributes are options: `data-theme`, `data-lang`, `data-prefill` as a query, `data-title`, `data-text`, `data-color`. */
  function start() {
    for (const element of document.querySelectorAll('[data-insytical-inline]'))
      inline({ ...element.dataset, link: element.dataset.insyticalInline, element });
    for (const element of document.querySelectorAll('[data-insytical-popup]'))
      element.addEventListener('click', (event) => {
        event.preventDefault();
        popup({ ...element.dataset, link: element.dataset.insyticalPopup, place: element });
      });
    const { insyticalButton: link, ...options } = currentScript.dataset;
    if (link) button({ ...options, link });
  }

  window.Insytical = { inline, popup, button };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
