#!/bin/sh
# Books a free time for a guest; needs nothing but curl. The id stands in the address of the event type's page under
# Scheduler, free times are answered by GET /api/v1/event-types/{id}/slots.
# INSYTICAL_URL=https://booking.example.com INSYTICAL_KEY=… sh examples/book.sh <id> 2026-12-01T09:00:00Z ann@example.com
set -eu
id=$1 startsAt=$2 email=$3

curl --fail-with-body --silent --show-error "$INSYTICAL_URL/api/v1/event-types/$id/bookings" \
  -H "Authorization: Bearer $INSYTICAL_KEY" \
  -H 'Content-Type: application/json' \
  -d "{ \"startsAt\": \"$startsAt\", \"guest\": { \"name\": \"Ann Lee\", \"email\": \"$email\", \"timeZone\": \"Europe/Berlin\" } }"
