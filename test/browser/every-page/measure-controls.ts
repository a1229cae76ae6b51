// The page is handed this one function, so everything that it calls stands in it.
/* oxlint-disable unicorn/consistent-function-scoping */

/**
 * Runs in the page: controls whose text or sign has too little contrast with what is behind it (WCAG 1.4.3: 4.5, large
 * text 3; 1.4.11: signs 3). Disabled controls are exempt there, too.
 */
export function measureControls(): string[] {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const CONTROLS = `a[href], button, input:not([type=hidden]), select, textarea, summary, label, [role=tab], [role=option],
    [role=menuitem]`;
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map<string, Colour>();

  function read(colour: string): Colour {
    let seen = known.get(colour);
    if (seen === undefined && canvas !== null) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      seen = [red, green, blue, alpha / 255];
      known.set(colour, seen);
    }
    return seen ?? [0, 0, 0, 1];
  }

  function over([red, green, blue, alpha]: Colour, below: Colour): Colour {
    const mix = (one: number, other: number) => one * alpha + other * (1 - alpha);
    return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
  }

  function backgroundOf(element: Element): Colour {
    const layers: Colour[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const colour = read(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    return layers.reduceRight<Colour>(
      (below, layer) => over(layer, below),
      dark ? [18, 18, 18, 1] : [255, 255, 255, 1],
    );
  }

  function luminance([red, green, blue]: Colour): number {
    const part = (value: number) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  }

  function contrast(colour: string, element: Element): number {
    const behind = backgroundOf(element);
    const [light = 0, dark = 0] = [luminance(over(read(colour), behind)), luminance(behind)].toSorted((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  const isHidden = (element: Element) =>
    !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
    element.getBoundingClientRect().width <= 1 ||
    getComputedStyle(element).clipPath !== 'none';
  const isLarge = ({ fontSize, fontWeight }: CSSStyleDeclaration) =>
    Number.parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24);
  const isDisabled = (control: Element) =>
    control.matches(':disabled, [aria-disabled=true], [data-disabled], :has(> :disabled)') ||
    control.closest('fieldset:disabled') !== null;

  const faults: string[] = [];
  function check(control: Element, what: string, colour: string, on: Element, least: number) {
    const measured = contrast(colour, on);
    if (measured < least)
      faults.push(`${measured.toFixed(2)} of “${what.trim().slice(0, 40)}” in ${control.outerHTML.slice(0, 160)}`);
  }

  for (const control of document.querySelectorAll(CONTROLS)) {
    if (isHidden(control) || isDisabled(control)) continue;
    if (control.matches('input:not([type=checkbox], [type=radio]), select, textarea')) {
      const { value, placeholder } = control as HTMLInputElement;
      const style = getComputedStyle(control, value === '' ? '::placeholder' : null);
      if (value !== '' || placeholder !== '') check(control, value || placeholder, style.color, control, 4.5);
    }
    for (const svg of control.querySelectorAll('svg'))
      if (!isHidden(svg)) check(control, 'its sign', getComputedStyle(svg).color, svg, 3);
    const texts = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement: parent } = texts.currentNode as Text;
      if (data.trim() === '' || parent === null || parent.closest('select, textarea, svg') !== null) continue;
      let hidden = false;
      for (let at: Element | null = parent; at !== null && at !== control; at = at.parentElement)
        hidden ||= isHidden(at);
      const style = getComputedStyle(parent);
      if (!hidden) check(control, data, style.color, parent, isLarge(style) ? 3 : 4.5);
    }
  }
  return faults;
}
