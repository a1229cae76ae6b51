/** The states a booking can be in; their transitions are in `domain/booking-transitions.ts`. */
export const BOOKING_STATUSES = ['pending', 'confirmed', 'declined', 'expired', 'cancelled', 'completed'] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

/** States in which a booking holds its slot. */
export const HOLDING_STATUSES = ['pending', 'confirmed'] as const satisfies readonly BookingStatus[];

/** Whether a booking in this state holds its slot. */
export const isHeld = (status: BookingStatus): boolean => HOLDING_STATUSES.some((holding) => holding === status);

/** Who caused a change; shown in the host's timeline. */
export const ACTORS = ['host', 'guest', 'provider', 'system', 'operator'] as const;
export type Actor = (typeof ACTORS)[number];

/** How a guest's proposal of another time can end without moving the booking. */
export const PROPOSAL_OUTCOMES = ['declined', 'expired', 'withdrawn'] as const;
export type ProposalOutcome = (typeof PROPOSAL_OUTCOMES)[number];
