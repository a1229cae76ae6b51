/** What a deletion at the provider does: cancel the booking, or only notify the host. */
export const ON_PROVIDER_DELETE = ['cancel', 'tell'] as const;

/** What a move at the provider does: reschedule the booking, or only notify the host. */
export const ON_PROVIDER_MOVE = ['reschedule', 'tell'] as const;
