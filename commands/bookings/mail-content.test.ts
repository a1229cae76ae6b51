import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { seal } from '#db/seal.ts';
import { openMail, sealMail } from './mail-content.ts';

const keys = { TOKEN_KEYS: [{ kid: 'k1', key: randomBytes(32) }] };
const MAIL = {
  from: 'a@example.com',
  to: 'b@example.com',
  source: `Subject: hello\r\n\r\n${'<p>Zoë &amp; 日本</p>'.repeat(500)}`,
};

test('a mail under way is packed and opens as it was written', () => {
  const sealed = sealMail(keys, 'row', MAIL);
  expect(openMail(keys, 'row', sealed)).toEqual(MAIL);
  expect(sealed.length).toBeLessThan(JSON.stringify(MAIL).length / 4);
});

test('one that a version before this sealed unpacked opens too', () => {
  const place = { purpose: 'mail', rowId: 'row', provider: 'mail' } as const;
  expect(openMail(keys, 'row', seal(keys.TOKEN_KEYS, place, JSON.stringify(MAIL)))).toEqual(MAIL);
});

test('one of another row, or that was changed, does not open', () => {
  const sealed = sealMail(keys, 'row', MAIL);
  expect(() => openMail(keys, 'another', sealed)).toThrow('unable to authenticate data');
  sealed[sealed.length - 20]! ^= 1;
  expect(() => openMail(keys, 'row', sealed)).toThrow('unable to authenticate data');
});
