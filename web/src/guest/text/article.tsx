import type { View } from '#api/pages/schema.ts';
import { usePageWords } from '../page-context.tsx';

/** A page of text: home, help, privacy, problems. Its HTML is written by the API, which escapes every value. */
export function Article({ view }: { readonly view: Extract<View, { kind: 'article' }> }) {
  usePageWords(view);
  return <div className="article" dangerouslySetInnerHTML={{ __html: view.html }} />;
}
