import { readFileSync } from 'node:fs';
import { z } from 'zod';

const address = z
  .url({ protocol: /^https?$/ })
  .refine((text) => text.startsWith('https:') || /^http:\/\/(127\.|localhost|\[::1\])/.test(text));
const shape = z
  .array(
    z.strictObject({
      /** Stands in addresses. */
      key: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
      /** For people. */
      name: z.string().min(2).max(80),
      /** Where `/csc/v2` begins. */
      url: address,
      /** Where `/oauth2` begins, when it is elsewhere. */
      oauth: address.optional(),
      clientId: z.string().min(1),
      clientSecret: z.string().min(8),
    }),
  )
  .min(1)
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length);

/** A provider who keeps keys of citizens (Cloud Signature Consortium, API v2). */
export type RemoteSigner = z.output<typeof shape>[number];

/** Undefined when the file cannot be read, or does not list providers. */
export function readRemoteSigners(file: string): readonly RemoteSigner[] | undefined {
  try {
    const read = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
