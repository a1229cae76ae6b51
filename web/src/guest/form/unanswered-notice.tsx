import { Notice } from '../parts/notice.tsx';

/** After a reload of a page whose request got no answer. */
export const Unanswered = () => (
  <Notice kind="waiting" title="We didn’t hear back" urgent>
    <p>Your booking may have gone through. Try again; you won’t be booked twice.</p>
  </Notice>
);
