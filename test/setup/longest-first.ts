import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Seconds that files take, as the end of a run on two quiet cores tells them; those that mostly wait for clocks are
 * counted longer, so that all others run beside them. What is not listed takes as long as most files of its project.
 */
const SECONDS: Readonly<Record<string, number>> = {
  'test/lifetimes/lifetimes.test.ts': 230,
  'test/faults/temporal-emptied.test.ts': 175,
  'test/faults/servers-down.test.ts': 170,
  'test/browser/guest-accessibility.test.ts': 190,
  'test/browser/host-accessibility.test.ts': 160,
  'test/mails/calendar-files.test.ts': 120,
  'test/providers/faults.test.ts': 85,
  'test/faults/create-once.test.ts': 85,
  'test/providers/notifications.test.ts': 75,
  'test/providers/life.test.ts': 70,
  'test/browser/host-event-types.test.ts': 55,
  'test/browser/host-bookings.test.ts': 50,
  'test/browser/guest-changes.test.ts': 50,
  'test/providers/secrets.test.ts': 45,
  'test/stack/one-machine.test.ts': 45,
  'activities/mails/outbox.property.test.ts': 40,
  'worker/poisoned-plans.test.ts': 35,
};
const USUAL: Readonly<Record<string, number>> = { pages: 25, stack: 20, api: 5, db: 4, unit: 1 };

/** Begins with what takes longest, so that nothing long is left over while the machine is idle at the end of the run. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => secondsOf(b) - secondsOf(a) || placeOf(a).localeCompare(placeOf(b)));
  }
}

const secondsOf = ({ moduleId, project }: TestSpecification) =>
  SECONDS[relative(project.config.root, moduleId)] ?? USUAL[project.name] ?? 0;

/** Files of one project stand together: its processes run one after the other. */
const placeOf = ({ moduleId, project }: TestSpecification) => `${project.name} ${moduleId}`;
