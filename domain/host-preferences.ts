/** What a deletion at the provider does: cancel the booking, or only notify the host. */
export const ON_PROVIDER_DELETE = ['cancel', 'tell'] as const;

/** What a move at the provider does: reschedule the booking, or only notify the host. */
export const ON_PROVIDER_MOVE = ['reschedule', 'tell'] as const;

/** How a host's pages and mails are written: as the host's browser does, until the host chooses. */
export const WRITING = ['locale', 'hourCycle', 'weekStart'] as const;
export type WritingField = (typeof WRITING)[number];

/** What a new host does first, in this order. */
export const FIRST_STEPS = ['handle', 'zone', 'hours', 'connect', 'share'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** Which first steps a host has taken, and whether the list of them is hidden. */
export interface FirstSteps {
  readonly done: readonly FirstStep[];
  readonly hidden: boolean;
}

/** Which public holidays a host takes off. */
export interface HolidayChoice {
  /** ISO 3166-1 code, such as `DE`. */
  readonly country: string;
  /** As the list of the country's regions has it, such as `BY`; null for the holidays of the whole country alone. */
  readonly region: string | null;
  /** Holidays, as local dates, that the host works on. */
  readonly worked: readonly string[];
}
