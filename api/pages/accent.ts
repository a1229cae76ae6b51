import { type AccentTokens, accentTokens } from '#domain/accent.ts';
import { Problem } from '../problem.ts';
import type { Page } from './page.ts';

/**
 * `/static/accent/7a1fa2.css`: the colours of a page of a host who chose #7a1fa2. A file for each colour, since guests' pages
 * take styles from nowhere but files of ours.
 */
export const accentFile: Page = {
  method: 'get',
  path: '/static/accent/:name',
  handle({ ctx, params }) {
    ctx.state.route = 'asset';
    const [, colour] = /^([0-9a-f]{6})\.css$/.exec(params['name'] ?? '') ?? [];
    if (colour === undefined) throw new Problem('not_found');
    const { light, dark } = accentTokens(`#${colour}`);
    ctx.set('Cache-Control', 'public, max-age=604800');
    ctx.type = 'text/css';
    ctx.body = `${rule(light)}@media (prefers-color-scheme: dark){${rule(dark)}}`;
  },
};

const rule = (tokens: AccentTokens) =>
  `:root{${Object.entries(tokens)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`;
