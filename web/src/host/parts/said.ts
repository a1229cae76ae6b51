import type { Says } from '../../shared/api.ts';
import { t } from '../text.ts';

/** A sentence of the server in the language of the page; as the server says it where it has no code known here. */
export function said(text: string, says?: Says): string {
  if (says === undefined) return text;
  return t.ifAny(`said.${says.code}`, says.args) ?? text;
}
