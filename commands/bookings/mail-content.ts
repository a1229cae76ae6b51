import type { Config } from '#config';
import type { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { WrittenMail } from '#domain/outbox.ts';
import { open, seal } from '#db/seal.ts';

type Keys = Pick<Config, 'TOKEN_KEYS'>;

const placeOf = (deliveryId: string) => ({ purpose: 'mail', rowId: deliveryId, provider: 'mail' }) as const;

/**
 * A written mail, sealed for its row: it names people and holds the guest's link, which opens the booking without a
 * login.
 */
export function sealMail({ TOKEN_KEYS }: Keys, deliveryId: string, mail: WrittenMail): Buffer {
  return seal(TOKEN_KEYS, placeOf(deliveryId), JSON.stringify(mail));
}

/** Opens what `sealMail` made for the same row. @throws Error when the key is gone or the value was changed */
export function openMail({ TOKEN_KEYS }: Keys, deliveryId: string, content: Uint8Array): WrittenMail {
  return JSON.parse(open(TOKEN_KEYS, placeOf(deliveryId), content)) as WrittenMail;
}

/** What a mail under way says, for its reader who asks what we hold; nothing of any other, whose content is not kept. */
export function mailUnderWay(keys: Keys, { id, content }: EmailDelivery): { readonly underWay?: string } {
  return content ? { underWay: openMail(keys, id, content).source } : {};
}
