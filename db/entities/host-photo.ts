import { defineEntity, p } from '@mikro-orm/postgresql';
import { User } from './user.ts';

/** A host's photo or logo, apart from the host's row, which is read with every booking. */
const HostPhotoSchema = defineEntity({
  name: 'HostPhoto',
  tableName: 'host_photos',
  properties: {
    host: () => p.manyToOne(User).mapToPk().primary().deleteRule('cascade'),
    /** Of its address; a changed photo has another one, so that browsers may keep each for as long as they like. */
    name: p.uuid().unique(),
    /** A square JPEG of our own making. */
    jpeg: p.blob().lazy(),
  },
});
export class HostPhoto extends HostPhotoSchema.class {}
HostPhotoSchema.setClass(HostPhoto);
