import type { Orm } from '#db/orm.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ApiMiddleware } from '../context.ts';

/** One identity map a request. */
export function entityManager(orm: Orm): ApiMiddleware {
  return (ctx, next) => {
    ctx.state.em = orm.em.fork() as Em;
    return next();
  };
}
