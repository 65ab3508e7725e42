import { z } from 'zod';

/** Who signed a result and for what, in the order of signing; the moment is the signer's, the stamp of time is in the file. */
export const signatures = z.array(
  z.object({
    role: z.enum(['leader', 'number', 'seal']),
    name: z.string(),
    agency: z.string(),
    /** As what a leader signed, line by line (NĐ 30/2020). */
    capacity: z.string().exactOptional(),
    /** Of the certificate, in hexadecimal. */
    serial: z.string(),
    at: z.number(),
  }),
);
export type ResultSignatures = z.infer<typeof signatures>;

const place = z.object({
  page: z.number().int().positive(),
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
});
/** Room that a paper leaves for the signatures to come. */
const places = z.object({
  number: place.exactOptional(),
  date: place.exactOptional(),
  seal: place.exactOptional(),
});

/** A signed paper where it is kept: content by its hash, the word by which it is found from paper, who signed. */
export const signedFile = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  octets: z.number().int().positive(),
  token: z.string().regex(/^[0-9a-f]{32}$/),
  signatures,
  places: places.exactOptional(),
});
export type SignedFile = z.infer<typeof signedFile>;
