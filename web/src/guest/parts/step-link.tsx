import type { AnchorHTMLAttributes, MouseEvent, Ref } from 'react';
import { type Change, stepFrom, takeStep, useAddress } from '../data/address.ts';

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> {
  readonly change: Change;
  /** `push` is a step that Back undoes; without scripts every step is. */
  readonly how?: 'push' | 'replace';
  /** Called in place of the step, where scripts are at work. */
  readonly onStep?: () => void;
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** A step within the page: a link that the server answers, taken without loading where scripts are at work. */
export function StepLink({ change, how = 'push', onStep, ...attributes }: Props) {
  const href = stepFrom(useAddress(), change);
  return (
    <a
      {...attributes}
      href={href}
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        if (onStep === undefined) takeStep(change, how);
        else onStep();
      }}
    />
  );
}

/** Whether a click asks for the link here, and not in a new tab or window. */
const isPlain = ({ button, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented }: MouseEvent) =>
  button === 0 && !(altKey || ctrlKey || metaKey || shiftKey || defaultPrevented);
