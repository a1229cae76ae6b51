import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** What operators can filter by in the Temporal UI: ids, states and times only. */
export const BookingStatusKey = defineSearchAttributeKey('BookingStatus', SearchAttributeType.KEYWORD);
export const HostIdKey = defineSearchAttributeKey('HostId', SearchAttributeType.KEYWORD);
export const ProviderKey = defineSearchAttributeKey('Provider', SearchAttributeType.KEYWORD);
export const StartsAtKey = defineSearchAttributeKey('StartsAt', SearchAttributeType.DATETIME);
export const ConferenceStatusKey = defineSearchAttributeKey('ConferenceStatus', SearchAttributeType.KEYWORD);
/** The code of what keeps a booking or a connection from going on; empty while nothing does. */
export const ProblemKey = defineSearchAttributeKey('Problem', SearchAttributeType.KEYWORD);
/** `confirmation`, `provider`, `mail`, `reconnect`, `time` or `nothing`. */
export const WaitingForKey = defineSearchAttributeKey('WaitingFor', SearchAttributeType.KEYWORD);
/** A connection's: `connected`, `reconnect_needed`, `revoked` or `gone`. */
export const ConnectionStateKey = defineSearchAttributeKey('ConnectionState', SearchAttributeType.KEYWORD);
/** A calendar's: `ok`, `unreadable` or `stopped`. */
export const CalendarStateKey = defineSearchAttributeKey('CalendarState', SearchAttributeType.KEYWORD);

export const searchAttributeKeys = [
  BookingStatusKey,
  HostIdKey,
  ProviderKey,
  StartsAtKey,
  ConferenceStatusKey,
  ProblemKey,
  WaitingForKey,
  ConnectionStateKey,
  CalendarStateKey,
];
