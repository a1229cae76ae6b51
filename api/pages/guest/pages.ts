import type { Page } from '../page.ts';
import { answerByForm, answerPage } from './answer-request.ts';
import { bookByForm } from './book-by-form.ts';
import { cancelByForm, eraseByForm, moveByForm, unsubscribeByForm } from './booking-forms.ts';
import { bookingPage } from './booking-page.ts';
import { eventPage } from './event-page.ts';
import { leaveByForm, leavePage } from './leave.ts';
import { hostPage } from './host-page.ts';

/** The guests' pages, and where a host's mail leads to answer a request; `booking` is no handle. */
export const guestPages: readonly Page[] = [
  { method: 'get', path: '/booking/:token', handle: bookingPage },
  { method: 'post', path: '/booking/:token/reschedule', handle: moveByForm },
  { method: 'post', path: '/booking/:token/cancel', handle: cancelByForm },
  { method: 'post', path: '/booking/:token/unsubscribe', handle: unsubscribeByForm },
  { method: 'post', path: '/booking/:token/erase', handle: eraseByForm },
  { method: 'get', path: '/booking/:token/answer', handle: answerPage },
  { method: 'post', path: '/booking/:token/answer', handle: answerByForm },
  { method: 'get', path: '/booking/:token/leave', handle: leavePage },
  { method: 'post', path: '/booking/:token/leave', handle: leaveByForm },
  { method: 'get', path: '/:handle', handle: hostPage },
  { method: 'get', path: '/:handle/:slug', handle: eventPage },
  { method: 'post', path: '/:handle/:slug', handle: bookByForm },
];
