import type { Config } from '#config';
import type { ApiContext } from '../context.ts';
import { hashOf } from './mailed-links.ts';

const COOKIE = 'asked_link';
/** As long as the longest link lives. */
const SECONDS = 86_400;

/** Leaves a mark in the browser that asked for a link, by which `isAsker` knows it again. */
export function rememberAsker(ctx: ApiContext, { PUBLIC_URL: publicUrl }: Config, token: string): void {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  ctx.append('set-cookie', `${COOKIE}=${hashOf(token)}; Path=/; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${secure}`);
}

/** Whether this is the browser that asked for the link. Of several links the last one asked for counts. */
export const isAsker = (ctx: ApiContext, token: string): boolean => ctx.cookies.get(COOKIE) === hashOf(token);
