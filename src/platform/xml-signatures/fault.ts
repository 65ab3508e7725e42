import { type Outcome, type Refusal, refused } from '#kernel/outcome';

/** Why a text is refused as a whole, before any signature in it is looked at. */
export type TextCode = 'xml-too-large' | 'xml-odd' | 'xml-envelope' | 'xml-ids' | 'xml-too-many-signatures';

/** Why a signature in it is refused, beside what `#platform/cms` and `#platform/certificates` refuse. */
export type SignatureCode =
  | 'signature-odd'
  | 'signature-algorithm'
  | 'signature-reference'
  | 'signature-digest'
  | 'signature-wrong'
  | 'signature-moment';

/** Why a text cannot be signed as wished. */
export type SigningCode = 'signature-id' | 'signature-id-taken' | 'signature-role';

export type XmlCode = TextCode | SignatureCode | SigningCode;

/** Ends a reading of letters from outside; it never leaves a door. */
export class XmlFault extends Error {
  readonly refusal: Refusal;
  constructor(code: XmlCode, why: string) {
    super(code);
    this.refusal = { code, details: { why } };
  }
}

export function fault(code: XmlCode, why: string): never {
  throw new XmlFault(code, why);
}

/** Not well-formed, or not in a form that can be read in one way only. */
export function odd(why: string): never {
  fault('xml-odd', why);
}

/** Makes an outcome of a reading that may end in a fault; anything else that is thrown is our own mistake and goes on. */
export async function guarded<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof XmlFault) return refused(error.refusal);
    throw error;
  }
}
