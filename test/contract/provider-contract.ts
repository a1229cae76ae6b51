import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { describeConnecting } from './connecting.ts';
import { describeMeetings } from './meetings.ts';
import { describeNotifications } from './notifications.ts';
import { describeOutcomes } from './outcomes.ts';
import { hasSpec } from './open-api.ts';
import { openStage, type Stage, type Subject } from './stage.ts';

/**
 * What every provider keeps, over real HTTP against its simulator. Each call and answer is held against the provider's own
 * spec on the way.
 * @param alone what only this provider does, on the same stage
 */
export function describeProvider(name: string, subject: Subject, alone?: (onStage: () => Stage) => void): void {
  describe(`${name} keeps the contract`, () => {
    let stage: Stage | undefined;
    const onStage = (): Stage => {
      if (stage === undefined) throw new Error('The stage is not open');
      return stage;
    };
    beforeAll(async () => {
      stage = await openStage(subject);
    });
    beforeEach(async () => {
      await onStage().simulator.reset();
      await onStage().simulator.notifications('on');
    });
    afterAll(() => stage?.close());

    describeConnecting(onStage);
    describeMeetings(onStage);
    describeOutcomes(onStage);
    describeNotifications(onStage);
    alone?.(onStage);

    const { spec } = subject;
    if (spec === null) return;
    test.skipIf(!hasSpec(spec.file))(`every call and answer above fits ../shared/specs/${spec.file}`, () => {
      expect(onStage().spec?.violations).toEqual([]);
      expect(onStage().spec?.checked).toBeGreaterThan(30);
    });
  });
}
