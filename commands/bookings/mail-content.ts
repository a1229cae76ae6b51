import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Config } from '#config';
import type { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { WrittenMail } from '#domain/outbox.ts';
import { open, seal } from '#db/seal.ts';

type Keys = Pick<Config, 'TOKEN_KEYS'>;

const placeOf = (deliveryId: string) => ({ purpose: 'mail', rowId: deliveryId, provider: 'mail' }) as const;

/**
 * A written mail, sealed for its row: it names people and holds the guest's link, which opens the booking without a
 * login. It is compressed before, since what is sealed cannot be: mostly HTML, it takes less than half of the room.
 */
export function sealMail({ TOKEN_KEYS }: Keys, deliveryId: string, mail: WrittenMail): Buffer {
  const packed = deflateRawSync(JSON.stringify(mail), { level: constants.Z_BEST_SPEED });
  return seal(TOKEN_KEYS, placeOf(deliveryId), packed.toString('base64'));
}

/** Opens what `sealMail` made for the same row. @throws Error when the key is gone or the value was changed */
export function openMail({ TOKEN_KEYS }: Keys, deliveryId: string, content: Uint8Array): WrittenMail {
  const text = open(TOKEN_KEYS, placeOf(deliveryId), content);
  // As versions before this one sealed them.
  const json = text.startsWith('{') ? text : inflateRawSync(Buffer.from(text, 'base64')).toString();
  return JSON.parse(json) as WrittenMail;
}

/** What a mail under way says, for its reader who asks what we hold; nothing of any other, whose content is not kept. */
export function mailUnderWay(keys: Keys, { id, content }: EmailDelivery): { readonly underWay?: string } {
  return content ? { underWay: openMail(keys, id, content).source } : {};
}
