import { z } from 'zod';

/** A row of the list of procedures as read from CSV: column → text. */
export type ProcedureRow = Readonly<Record<string, string>>;

const rawDocument = z.object({
  name: z.string(),
  originals: z.number().int().nonnegative().default(0),
  copies: z.number().int().nonnegative().default(0),
  forms: z.array(z.string()).default([]),
});
const rawChannel = z.object({
  channel: z.enum(['online', 'post', 'direct']),
  time: z.number().optional(),
  unit: z.string().optional(),
  fee: z.string().default(''),
  note: z.string().default(''),
});
const rawDetail = z.object({
  code: z.string(),
  channels: z.array(rawChannel).default([]),
  cases: z.array(z.object({ case: z.string().default(''), documents: z.array(rawDocument) })).default([]),
  steps: z.string().default(''),
  conditions: z.string().default(''),
});

export type RawDocument = z.infer<typeof rawDocument>;
export type RawChannel = z.infer<typeof rawChannel>;
export type RawDetail = z.infer<typeof rawDetail>;
export type RawCase = RawDetail['cases'][number];

/** One line of the detail file, or undefined when it is not the expected JSON. */
export function readDetailLine(line: string): RawDetail | undefined {
  try {
    const parsed = rawDetail.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
