import { CheckIcon, CrossIcon, HourglassIcon } from '../parts/icons.tsx';
import type { Tone } from './words.ts';

/** The booking's state as a picture; the words beside it say the same. */
export function StatusMark({ tone }: { readonly tone: Tone }) {
  const Icon = { good: CheckIcon, waiting: HourglassIcon, ended: CrossIcon }[tone];
  return (
    <span className={`status-mark ${tone}`} aria-hidden="true">
      <Icon />
    </span>
  );
}
