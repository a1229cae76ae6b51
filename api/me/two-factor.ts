import { renewBackupCodes } from '#commands/hosts/renew-backup-codes.ts';
import { setUpTwoFactor, turnOnTwoFactor } from '#commands/hosts/set-up-two-factor.ts';
import { turnOffTwoFactor } from '#commands/hosts/turn-off-two-factor.ts';
import { BackupCode, TwoFactor } from '#db/entities/two-factor.ts';
import { User } from '#db/entities/user.ts';
import { says } from '#messages/says.ts';
import { secondStepBody } from '../auth/schema.ts';
import { type SessionCall, sessionOperation, type Operation } from '../operation.ts';
import { invalid, Problem } from '../problem.ts';
import { iso } from '../shared/days.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { backupCodes, confirmation, twoFactor, twoFactorSetUp } from './schema.ts';

const PATH = '/api/v1/me/two-factor';
const OFF = says('said.two_step_off');

const tellOwner = async (
  { deps, em, host }: Pick<SessionCall<unknown, unknown, unknown>, 'deps' | 'em' | 'host'>,
  kind: Parameters<typeof deps.auth.tellOwner>[1],
) => deps.auth.tellOwner(await em.findOneOrFail(User, { id: host.id }), kind);

/** Two-step verification of the logged-in host. */
export const twoFactorOperations: readonly Operation[] = [
  sessionOperation({
    method: 'get',
    path: PATH,
    summary: 'Whether two-step verification is on, and how many backup codes are left',
    success: { status: 200, description: 'The state', schema: twoFactor },
    handle: async function getTwoFactor({ em, host }) {
      const found = await em.findOne(TwoFactor, { host: host.id, turnedOnAt: { $ne: null } });
      const backupCodesLeft = found === null ? 0 : await em.count(BackupCode, { host: host.id });
      return { onSince: found?.turnedOnAt ? iso(found.turnedOnAt) : null, backupCodesLeft };
    },
  }),
  sessionOperation({
    method: 'post',
    path: PATH,
    summary: 'Begin to set up an authenticator app; nothing changes before its first code is sent, within an hour',
    body: confirmation,
    success: { status: 200, description: 'What the app has to know, told once', schema: twoFactorSetUp },
    problems: ['fresh_login_required', 'invalid_transition'],
    handle: async function beginTwoFactor(call) {
      await confirmIdentity(call);
      const begun = await setUpTwoFactor(call.deps, { hostId: call.host.id });
      if (begun === null)
        throw new Problem('invalid_transition', {
          detail: says('said.two_step_on'),
        });
      return begun;
    },
  }),
  sessionOperation({
    method: 'post',
    path: `${PATH}/turn-on`,
    summary: 'Turn two-step verification on, by a first code of the app; ends every other session',
    body: secondStepBody,
    success: { status: 200, description: 'On; the backup codes are told once', schema: backupCodes },
    problems: ['invalid_transition'],
    handle: async function enableTwoFactor(call) {
      const { deps, host, body } = call;
      const code = body.code.replaceAll(/\s/g, '');
      const made = await turnOnTwoFactor(deps, { hostId: host.id, code, sessionToken: host.sessionToken });
      if (made === 'wrong_code') throw invalid('/code', says('said.code_not_newest'));
      if (made === 'not_begun') throw new Problem('invalid_transition', { detail: says('said.two_step_slow') });
      await tellOwner(call, 'two_step_on');
      return { backupCodes: [...made] };
    },
  }),
  sessionOperation({
    method: 'post',
    path: `${PATH}/backup-codes`,
    summary: 'Make new backup codes; the former ones stop working',
    body: confirmation,
    success: { status: 200, description: 'The new ones, told once', schema: backupCodes },
    problems: ['fresh_login_required', 'invalid_transition'],
    handle: async function replaceBackupCodes(call) {
      await confirmIdentity(call);
      const made = await renewBackupCodes(call.deps, { hostId: call.host.id });
      if (made === null) throw new Problem('invalid_transition', { detail: OFF });
      await tellOwner(call, 'backup_codes_replaced');
      return { backupCodes: made };
    },
  }),
  sessionOperation({
    method: 'delete',
    path: PATH,
    summary: 'Turn two-step verification off; the app and the backup codes are forgotten',
    body: confirmation,
    success: { status: 204, description: 'Off' },
    problems: ['fresh_login_required', 'invalid_transition'],
    handle: async function disableTwoFactor(call) {
      await confirmIdentity(call);
      const wasOn = await turnOffTwoFactor(call.deps, { hostId: call.host.id });
      if (!wasOn) throw new Problem('invalid_transition', { detail: OFF });
      await tellOwner(call, 'two_step_off');
    },
  }),
];
