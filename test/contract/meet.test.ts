import { createMeetProvider } from '#providers/meet/index.ts';
import { meet } from '#dev/simulators/meet/meet.ts';
import { describeProvider } from './provider-contract.ts';

describeProvider('Google Meet', {
  provider: () => createMeetProvider,
  simulator: meet,
  spec: { file: 'google-calendar-v3-cut.openapi.json', prefix: '/meet/api/calendar/v3' },
});
