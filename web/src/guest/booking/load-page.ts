/** The booking's own page comes when it is needed: most first visits are to the calendar. */
export const loadBookingPage = () => import('./page.tsx');
