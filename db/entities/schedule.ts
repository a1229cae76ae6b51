import { defineEntity, p } from '@mikro-orm/postgresql';
import { User } from './user.ts';

/**
 * Weekly hours in the host's wall clock; `days` are ISO weekdays, times `HH:MM`, `24:00` allowed as an end. Hours that
 * end before they start end on the next day.
 */
export interface WeeklyHours {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** Replaces the hours that start on one local date; no intervals means unavailable all day. */
export interface DateOverride {
  readonly date: string;
  readonly intervals: readonly (readonly [string, string])[];
}

const ScheduleSchema = defineEntity({
  name: 'Schedule',
  tableName: 'schedules',
  indexes: [
    {
      name: 'schedules_one_default',
      expression: 'create unique index schedules_one_default on schedules (host_id) where is_default',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    host: () => p.manyToOne(User).mapToPk().deleteRule('cascade').index(),
    name: p.text(),
    timeZone: p.text(),
    isDefault: p.boolean().default(false),
    weekly: p.json<readonly WeeklyHours[]>(),
    overrides: p.json<readonly DateOverride[]>(),
    createdAt: p.datetime().onCreate(() => new Date()),
    updatedAt: p
      .datetime()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
});
export class Schedule extends ScheduleSchema.class {}
ScheduleSchema.setClass(Schedule);
