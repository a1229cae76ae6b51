import type { Config } from '#config';
import { sha256 } from '#sha256';
import type { ApiContext } from '../context.ts';
import { readCookie, setCookie } from './cookies.ts';

const COOKIE = 'asked_link';
/** As long as the longest link lives. */
const SECONDS = 86_400;

/** Leaves a mark in the browser that asked for a link, by which `isAsker` knows it again. */
export const rememberAsker = (ctx: ApiContext, config: Config, token: string): void =>
  setCookie(ctx, config, COOKIE, sha256(token), SECONDS);

/** Whether this is the browser that asked for the link. Of several links the last one asked for counts. */
export const isAsker = (ctx: ApiContext, config: Config, token: string): boolean =>
  readCookie(ctx, config, COOKIE) === sha256(token);
