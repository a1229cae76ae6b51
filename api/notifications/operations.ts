import { receiveNotifications } from '#commands/connections/receive-notifications.ts';
import { subscriptionSecret } from '#commands/connections/subscription-secret.ts';
import { says } from '#messages/says.ts';
import { providerParams } from '../integrations/schema.ts';
import { type Operation, openOperation } from '../operation.ts';
import { Problem } from '../problem.ts';

/** What providers notify us of. */
export const notificationOperations: readonly Operation[] = [
  openOperation({
    method: 'post',
    path: '/webhooks/:provider',
    summary: 'Notifications of a provider: verified, stored, then answered',
    params: providerParams,
    success: { status: 204, description: 'Stored' },
    also: {
      200: 'A provider’s challenge, answered with its text',
      202: 'Stored, for a provider that wants this status',
    },
    answersItself: true,
    problems: ['not_found', 'unauthenticated', 'too_large'],
    handle: async function receiveWebhook({ ctx, deps, params }) {
      const provider = deps.providers.get(params.provider);
      if (provider === undefined || !deps.providers.configured(params.provider)) throw new Problem('not_found');
      await deps.limits.admitWebhook(ctx.ip);
      let isUnknown = false;
      const answer = await provider.answerNotification(
        {
          method: ctx.method,
          url: new URL(ctx.url, deps.config.WEBHOOK_URL ?? deps.config.PUBLIC_URL),
          headers: Object.fromEntries(Object.entries(ctx.headers).map(([name, value]) => [name, [value].flat()[0]])),
          body: ctx.state.rawBody,
        },
        async (subscriptionId) => {
          const secret = await subscriptionSecret(deps, params.provider, subscriptionId);
          isUnknown = secret === null;
          return secret;
        },
      );
      if (isUnknown || answer.kind === 'refused') await deps.limits.countUnproven(ctx.ip);
      if (answer.kind === 'refused') throw new Problem('unauthenticated', { detail: says('said.bad_signature') });
      if (answer.kind === 'challenge') {
        ctx.status = 200;
        ctx.set('Content-Type', answer.type);
        ctx.body = answer.body;
        return;
      }
      await receiveNotifications(deps, { provider: params.provider, notifications: answer.notifications });
      ctx.status = answer.status ?? 204;
    },
  }),
];
