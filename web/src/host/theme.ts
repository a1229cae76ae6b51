import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { t } from './text.ts';

const pine: MantineColorsTuple = [
  '#eef8f5',
  '#d9efe8',
  '#b3dfd1',
  '#8aceb9',
  '#64bda3',
  '#3ea48a',
  '#268a72',
  '#17745f',
  '#0f5f4e',
  '#0a4a3d',
];

/** The guests' dark: greens so deep that they are nearly grey. */
const dark: MantineColorsTuple = [
  '#e4ebe7',
  '#b4c0ba',
  '#8d9993',
  '#6c7873',
  '#333c38',
  '#2b3330',
  '#222827',
  '#191d1c',
  '#141817',
  '#101312',
];

/** The list itself scrolls: a scrolling frame around it could not be reached by keyboard. */
const SCROLLING_OPTIONS = { options: { maxHeight: 280, overflowY: 'auto' } } as const;

/** Calm and legible: one colour, shades dark enough for white text, room between things. */
export const hostTheme = () =>
  createTheme({
    colors: { pine, dark },
    primaryColor: 'pine',
    // Lighter shades fail WCAG AA with white text.
    primaryShade: { light: 8, dark: 8 },
    defaultRadius: 'md',
    // The systems' own faces by name first: where `system-ui` is not set up, it may be a serif.
    fontFamily: "'Segoe UI', Roboto, 'Open Sans', -apple-system, system-ui, 'Helvetica Neue', Arial, sans-serif",
    headings: { fontWeight: '650' },
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      Paper: { defaultProps: { radius: 'lg' } },
      Modal: {
        defaultProps: {
          radius: 'lg',
          centered: true,
          closeButtonProps: { 'aria-label': t('common.close') },
          padding: 'lg',
          attributes: { header: { role: 'presentation' } },
        },
      },
      Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 600 } },
      Skeleton: { defaultProps: { radius: 'md' } },
      Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } } },
      Select: {
        defaultProps: { allowDeselect: false, checkIconPosition: 'right', withScrollArea: false },
        styles: SCROLLING_OPTIONS,
      },
      Autocomplete: { defaultProps: { withScrollArea: false }, styles: SCROLLING_OPTIONS },
      // An empty place for the focus is no child that a menu may have.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
      NumberInput: { defaultProps: { allowNegative: false, allowDecimal: false } },
    },
  });

/** Mantine's secondary and error texts are too pale for WCAG AA. */
export const accessibleColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-anchor': 'var(--mantine-color-pine-8)',
    '--mantine-color-pine-light': '#e4f2ee',
    '--mantine-color-yellow-light': '#fdf4d3',
    '--mantine-color-red-light': '#fdeaea',
    '--mantine-color-red-light-color': 'var(--mantine-color-red-9)',
    '--mantine-color-blue-light': '#e6f1fb',
    '--host-canvas': '#f7f8f7',
    '--host-line': 'var(--mantine-color-gray-3)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-anchor': 'var(--mantine-color-pine-3)',
    '--mantine-color-pine-light': '#16352d',
    '--mantine-color-yellow-light': '#3a3114',
    '--mantine-color-red-light': '#43201f',
    '--mantine-color-red-light-color': 'var(--mantine-color-red-2)',
    '--mantine-color-blue-light': '#17304a',
    '--host-canvas': '#101312',
    '--host-line': 'var(--mantine-color-dark-4)',
  },
});
