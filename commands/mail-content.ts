import type { Config } from '#config';
import type { WrittenMail } from '#domain/outbox.ts';
import { open, seal } from '#db/seal.ts';

type Keys = Pick<Config, 'TOKEN_KEYS'>;

const placeOf = (deliveryId: string) => ({ purpose: 'mail', rowId: deliveryId, provider: 'mail' }) as const;

/** A written mail, sealed for its row: it names people and holds the guest's link, which lets whoever has it in. */
export function sealMail({ TOKEN_KEYS }: Keys, deliveryId: string, mail: WrittenMail): Buffer {
  return seal(TOKEN_KEYS, placeOf(deliveryId), JSON.stringify(mail));
}

/** Opens what `sealMail` made for the same row. @throws Error when the key is gone or the value was changed */
export function openMail({ TOKEN_KEYS }: Keys, deliveryId: string, content: Uint8Array): WrittenMail {
  return JSON.parse(open(TOKEN_KEYS, placeOf(deliveryId), content)) as WrittenMail;
}
