import { z } from 'zod';
import { instantInput, reason } from '../../shared/schema.ts';

const revision = z.coerce.number().int().min(1).optional();

/** Forms send text only. */
export const moveForm = z.object({ startsAt: instantInput, revision });
export const cancelForm = z.object({ reason: reason.optional().transform((text) => text || undefined), revision });
