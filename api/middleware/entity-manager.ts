import type { Orm } from '#db/orm.ts';
import type { ApiMiddleware } from '../context.ts';

/** One identity map a request. */
export function entityManager(orm: Orm): ApiMiddleware {
  return (ctx, next) => {
    ctx.state.em = orm.em.fork();
    return next();
  };
}
