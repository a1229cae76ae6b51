/**
 * Minutes between the start times of a new event type; null means its duration. Long meetings start every half hour:
 * one start a duration would hide most of the times at which they fit.
 */
export const usualInterval = (durationMinutes: number): number | null => (durationMinutes >= 60 ? 30 : null);
