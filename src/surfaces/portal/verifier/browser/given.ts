import { z } from 'zod';
import { readVerifier, type Verifier } from '#platform/tlog';

/** As `/nhat-ky/khoa.json` says it. */
export const logKeys = z.object({
  origin: z.string().min(1),
  keys: z.array(z.string()).min(1),
  retired: z.array(z.object({ key: z.string(), until: z.number().int().nonnegative() })),
  changes: z.array(z.string()),
  witnesses: z.array(z.string()),
  least: z.number().int().nonnegative(),
});
export type LogKeys = z.output<typeof logKeys>;

/** What is written into the file when it is downloaded: whom it believes. */
export const given = z.object({
  policy: logKeys,
  /** Roots under which agencies have their certificates, DER in base64. */
  roots: z.array(z.string()),
  /** Milliseconds since 1970. */
  issuedAt: z.number(),
  /** Whose file it is: `Tỉnh An Giang`. */
  place: z.string(),
  /** Where somebody who has a network asks what became of a result. */
  checkAddress: z.url({ protocol: /^https?$/ }),
});
export type Given = z.output<typeof given>;

export const verifiersOf = (texts: readonly string[]): readonly Verifier[] =>
  texts.map((text) => readVerifier(text)).filter((one) => one !== undefined);

export const rootsOf = ({ roots }: Given): readonly Uint8Array[] =>
  roots.map((text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
