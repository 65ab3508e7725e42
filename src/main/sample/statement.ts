import type { z } from 'zod';
import type { Query } from '#platform/db';

/** A statement of the seed itself, for bulk work on rows of several rooms that no command of theirs needs. */
export const statement = <P extends object, R>(
  name: string,
  order: readonly (keyof P & string)[],
  row: z.ZodType<R>,
  text: string,
): Query<P, R> => ({ name: `sample.${name}`, text, order, row });
