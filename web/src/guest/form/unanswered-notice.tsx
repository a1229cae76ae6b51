import { Notice } from '../parts/notice.tsx';

/** After a reload of a page whose request got no answer. */
export const Unanswered = () => (
  <Notice kind="waiting" title="Your last try got no answer" urgent>
    <p>It may have been booked. Send it again to see: it is booked only once.</p>
  </Notice>
);
