import { expect, test } from 'vitest';
import { useBrowser } from '#test/setup/browser.ts';
import { useSharedStack } from '#test/setup/stack.ts';
import { inspectControls } from './inspect-controls.ts';

const browser = useBrowser(useSharedStack());

const PALE = '{ color: #ddd }';
const button = (css: string) => `<style>${css}</style><div><button style="background: #fff">Go</button></div>`;

test.each([
  { name: 'nothing', html: button('button { color: #000 }'), states: [] },
  {
    name: 'every state',
    html: button(`button ${PALE}`),
    states: ['after a tap', 'at rest', 'focused', 'hovered', 'pressed', 'tapped'],
  },
  {
    name: 'hovering, also of what is around it',
    html: button(`div:hover button ${PALE}`),
    states: ['after a tap', 'hovered', 'pressed', 'tapped'],
  },
  {
    name: 'hovering where a pointer can hover',
    html: button(`@media (hover: hover) { button:hover ${PALE} }`),
    states: ['hovered', 'pressed'],
  },
  {
    name: 'the focus of a keyboard',
    html: button(`button { &:not(:disabled):focus-visible ${PALE} }`),
    states: ['focused', 'pressed'],
  },
  {
    name: 'the focus of a finger',
    html: button(`button:focus:not(:focus-visible) ${PALE}`),
    states: ['after a tap', 'tapped'],
  },
  { name: 'pressing', html: button(`:is(a, button):active ${PALE}`), states: ['pressed', 'tapped'] },
  {
    name: 'the red that browsers give to a pressed link',
    html: '<style>a { background: #fff } a:link { color: #00c }</style><a href="#x">Go</a>',
    states: [],
  },
  {
    name: 'the red that browsers give to a pressed link, where the page gives it no colour',
    html: '<style>a { background: #fff }</style><a href="#x">Go</a>',
    states: ['pressed', 'tapped'],
  },
])('what cannot be read is found in its states: $name', async ({ html, states }) => {
  const { page } = await browser.newVisitor();
  await page.setContent(html);
  const found = await inspectControls(page);
  const light = found.flatMap((fault) => /^light, ([\w ]+):/.exec(fault)?.[1] ?? []);
  expect([...new Set(light)].toSorted()).toEqual(states);
});
