/** The least that a Koa server does, in a process of its own. Tells its parent the port, and ends with it. */
import type { AddressInfo } from 'node:net';
import Koa from 'koa';

const app = new Koa();
app.use((ctx) => {
  ctx.type = 'application/json';
  ctx.body = '{"ok":true}';
});
const server = app.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit(0));
