/**
 * A value of an address that can hold no blank, such as an email address, a zone or an instant: a `+` that was typed or
 * linked without being encoded reads as one.
 */
export const blanksAsPlus = (value: string): string => value.trim().replaceAll(' ', '+');
