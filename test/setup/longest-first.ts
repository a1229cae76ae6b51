import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Seconds that files take, as the end of a run on two quiet cores tells them; those that mostly wait for clocks are
 * counted longer, so that all others run beside them. What is not listed takes as long as most files of its project.
 */
const SECONDS: Readonly<Record<string, number>> = {
  'test/lifetimes/lifetimes.test.ts': 260,
  'test/faults/temporal-emptied.test.ts': 215,
  'test/faults/servers-down.test.ts': 200,
  'test/browser/host-accessibility.test.ts': 150,
  'test/browser/guest-accessibility.test.ts': 110,
  'test/providers/life.test.ts': 110,
  'test/faults/two-workers.test.ts': 110,
  'test/providers/faults.test.ts': 105,
  'worker/queues.test.ts': 105,
  'test/providers/notifications.test.ts': 100,
  'test/faults/create-once.test.ts': 100,
  'test/mails/calendar-files.test.ts': 100,
  'test/browser/host-bookings.test.ts': 75,
  'test/providers/secrets.test.ts': 70,
  'test/stack/one-machine.test.ts': 70,
  'activities/mails/outbox.property.test.ts': 65,
  'test/browser/host-german.test.ts': 60,
  'test/browser/languages.test.ts': 60,
  'worker/poisoned-plans.test.ts': 60,
  'test/browser/guest.test.ts': 55,
  'test/mails/header-injection.test.ts': 55,
  'test/browser/host-texts.test.ts': 50,
  'test/mails/mail-server.test.ts': 50,
  'test/browser/host-event-types.test.ts': 45,
  'test/browser/host-browsers.test.ts': 45,
  'worker/versions.test.ts': 40,
  'api/two-tabs.test.ts': 35,
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
