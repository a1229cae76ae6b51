import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** What operators can filter by in the Temporal UI: ids, states and times only. */
export const BookingStatusKey = defineSearchAttributeKey('BookingStatus', SearchAttributeType.KEYWORD);
export const HostIdKey = defineSearchAttributeKey('HostId', SearchAttributeType.KEYWORD);
export const ProviderKey = defineSearchAttributeKey('Provider', SearchAttributeType.KEYWORD);
export const StartsAtKey = defineSearchAttributeKey('StartsAt', SearchAttributeType.DATETIME);
export const ConferenceStatusKey = defineSearchAttributeKey('ConferenceStatus', SearchAttributeType.KEYWORD);

export const searchAttributeKeys = [BookingStatusKey, HostIdKey, ProviderKey, StartsAtKey, ConferenceStatusKey];
