import { z } from 'zod';
import type { UnitId } from '#kernel/ids';
import type { PlainDate } from '#kernel/time';

export const unit = z.string().transform((id) => id as UnitId);
export const day = z.string().transform((text) => text as PlainDate);
export const withId = z.object({ id: z.string() });
export const ok = z.object({ ok: z.boolean() });
