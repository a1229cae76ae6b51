import type { BrowserContext } from 'playwright-core';

/**
 * Does to every page of a context what Chrome's page translation does: each text is taken out, and stands again in two
 * `<font>` elements in its place; so does each text that comes later. Begins once the page has come to life. Where React
 * continues to write into a text that was taken out, so that readers keep seeing the old one, the page's console says so.
 */
export async function translatePages(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const KEPT = '[translate="no"], script, style, textarea, title, font';
    const lost = new MutationObserver((changes) => {
      for (const { target, oldValue } of changes)
        if (!target.isConnected) console.error(`Still reads “${oldValue}”, though it is now “${target.nodeValue}”`);
    });
    const translate = (text: Text) => {
      if (text.data.trim() === '' || text.parentElement?.closest(KEPT) !== null) return;
      const font = document.createElement('font');
      font.append(document.createElement('font'));
      font.firstElementChild?.append(text.data);
      text.replaceWith(font);
      lost.observe(text, { characterData: true, characterDataOldValue: true });
    };
    const translateAll = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts = root instanceof Text ? [root] : [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) translate(text);
    };
    const begin = () => {
      const main = document.querySelector('#root main');
      // React has taken over what the server wrote.
      if (main === null || !Object.keys(main).some((name) => name.startsWith('__react')))
        return void requestAnimationFrame(begin);
      translateAll(document.body);
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) if (node.isConnected) translateAll(node);
      }).observe(document.body, { childList: true, subtree: true });
    };
    requestAnimationFrame(begin);
  });
}
