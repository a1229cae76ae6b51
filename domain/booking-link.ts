interface Link {
  readonly usedAt?: Date | null | undefined;
  readonly expiresAt?: Date | null | undefined;
}

/** Whether a booking can be made by a link: a single-use one that was used stays so, even if its booking is cancelled. */
export const isLinkOpen = ({ usedAt, expiresAt }: Link, now: Date): boolean =>
  !usedAt && (!expiresAt || now < expiresAt);
