import { withDuration } from '#commands/bookings/durations.ts';
import * as commands from '#commands/hosts/event-types.ts';
import { orderEventTypes } from '#commands/hosts/order-event-types.ts';
import { EventType, IN_HOST_ORDER } from '#db/entities/event-type.ts';
import { presentBookings } from '../bookings/present.ts';
import { affectedBookings } from '../bookings/schema.ts';
import { hostOperation, type Operation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { findEventType, handleOf, presentEventType } from './present.ts';
import * as schema from './schema.ts';
import { loadHostSlots } from './slots.ts';

/** Here, since bookings' schema is made of event types'. */
const changedEventType = schema.eventType.extend({ affectedBookings }).meta({ id: 'ChangedEventType' });

/** What can be booked with a host. */
export const eventTypeOperations: readonly Operation[] = [
  hostOperation({
    method: 'get',
    path: '/api/v1/event-types',
    summary: 'The host’s event types in the host’s order, archived ones last',
    success: { status: 200, description: 'All of them', schema: schema.eventTypes },
    handle: async function listEventTypes({ em, deps, host }) {
      const handle = await handleOf(em, host.id);
      const orderBy = { archivedAt: 'asc nulls first', ...IN_HOST_ORDER } as const;
      const rows = await em.find(EventType, { host: host.id }, { orderBy });
      return { items: rows.map((row) => presentEventType(row, handle, deps.config)), nextCursor: null };
    },
  }),
  hostOperation({
    method: 'post',
    path: '/api/v1/event-types',
    summary: 'Add an event type',
    body: schema.newEventType,
    success: { status: 201, description: 'The new event type', schema: schema.eventType },
    problems: ['invalid_transition'],
    handle: async function createEventType({ em, deps, host, body }) {
      const { published = false, visibility = published ? 'live' : 'off', ...rules } = body;
      const location = withoutUndefined(body.location);
      const furtherLocations = body.furtherLocations.map(withoutUndefined);
      const questions = body.questions.map(withoutUndefined);
      const row = await commands.createEventType(deps, {
        ...rules,
        hostId: host.id,
        location,
        furtherLocations,
        questions,
        visibility,
      });
      return presentEventType(row, await handleOf(em, host.id), deps.config);
    },
  }),
  hostOperation({
    method: 'put',
    path: '/api/v1/event-types/order',
    summary: 'Put event types into the order in which the host’s page shows them',
    body: schema.eventTypeOrder,
    success: { status: 204, description: 'Done; those not named keep their order behind the others' },
    problems: ['not_found'],
    handle: async function putEventTypesInOrder({ deps, host, body }) {
      await orderEventTypes(deps, { hostId: host.id, ids: body.ids });
    },
  }),
  hostOperation({
    method: 'get',
    path: '/api/v1/event-types/:id',
    summary: 'One event type',
    params: idParams,
    success: { status: 200, description: 'The event type', schema: schema.eventType },
    problems: ['not_found'],
    handle: async function getEventType({ em, deps, host, params }) {
      const row = await findEventType(em, host.id, params.id);
      return presentEventType(row, await handleOf(em, host.id), deps.config);
    },
  }),
  hostOperation({
    method: 'patch',
    path: '/api/v1/event-types/:id',
    summary: 'Change, publish or archive an event type; existing bookings stay as they are',
    params: idParams,
    body: schema.eventTypeChange,
    success: { status: 200, description: 'The changed event type', schema: changedEventType },
    problems: ['not_found'],
    handle: async function updateEventType({ em, deps, host, params, body }) {
      const { location, furtherLocations, questions, ...rules } = withoutUndefined(body);
      const { eventType, affected } = await commands.updateEventType(deps, {
        ...rules,
        hostId: host.id,
        eventTypeId: params.id,
        ...(location && { location: withoutUndefined(location) }),
        ...(furtherLocations && { furtherLocations: furtherLocations.map(withoutUndefined) }),
        ...(questions && { questions: questions.map(withoutUndefined) }),
      });
      return {
        ...presentEventType(eventType, await handleOf(em, host.id), deps.config),
        affectedBookings: await presentBookings(em, deps, affected),
      };
    },
  }),
  hostOperation({
    method: 'delete',
    path: '/api/v1/event-types/:id',
    summary: 'Delete an event type that was never booked; archive one that was',
    params: idParams,
    success: { status: 204, description: 'Deleted' },
    problems: ['not_found', 'invalid_transition'],
    handle: async function deleteEventType({ deps, host, params }) {
      await commands.deleteEventType(deps, { hostId: host.id, eventTypeId: params.id });
    },
  }),
  hostOperation({
    method: 'post',
    path: '/api/v1/event-types/:id/duplicate',
    summary: 'Copy an event type; the copy is off',
    params: idParams,
    success: { status: 201, description: 'The copy', schema: schema.eventType },
    problems: ['not_found', 'invalid_transition'],
    handle: async function duplicateEventType({ em, deps, host, params }) {
      const copy = await commands.duplicateEventType(deps, { hostId: host.id, eventTypeId: params.id });
      return presentEventType(copy, await handleOf(em, host.id), deps.config);
    },
  }),
  hostOperation({
    method: 'get',
    path: '/api/v1/event-types/:id/slots',
    summary: 'Available times of an event type; with `explain=1` also the others, each with the reason',
    params: idParams,
    query: schema.hostSlotsQuery,
    success: { status: 200, description: 'Days that have times', schema: schema.hostSlots },
    problems: ['not_found'],
    handle: async function listHostSlots(call) {
      const eventType = await findEventType(call.em, call.host.id, call.params.id);
      return loadHostSlots(call, withDuration(eventType, call.query.durationMinutes), call.query);
    },
  }),
];
