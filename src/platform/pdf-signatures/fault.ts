import { type Outcome, type Refusal, refused } from '#kernel/outcome';

/** Why a file is refused as a whole, before any signature in it is looked at. */
export type FileCode =
  | 'pdf-too-large'
  | 'pdf-odd'
  | 'pdf-encrypted'
  | 'pdf-points-back'
  | 'pdf-trailing'
  | 'pdf-too-many-revisions'
  | 'pdf-too-many-signatures';

/** Why a signature in it is refused, beside what `#platform/cms` and `#platform/certificates` refuse. */
export type SignatureCode =
  | 'signature-subfilter'
  | 'signature-range'
  | 'signature-contents'
  | 'signature-revision'
  | 'signature-moment';

/** What was done to a file after a signature, and must not have been. */
export type ChangeCode =
  | 'changed-structure'
  | 'changed-catalog'
  | 'changed-form'
  | 'changed-page'
  | 'changed-annotation'
  | 'changed-object'
  | 'changed-hidden'
  | 'changed-certified'
  | 'changed-by-refused'
  | 'signature-removed';

/** Why a file cannot be signed as wished. */
export type SigningCode =
  | 'pdf-certified'
  | 'pdf-form'
  | 'field-name'
  | 'field-taken'
  | 'page-missing'
  | 'box-outside'
  | 'text-too-long'
  | 'font-odd'
  | 'picture-odd'
  | 'signature-too-large';

export type PdfCode = FileCode | SignatureCode | ChangeCode | SigningCode;

/** Ends a reading of bytes from outside; it never leaves a door. */
export class PdfFault extends Error {
  readonly refusal: Refusal;
  constructor(code: PdfCode, details: Readonly<Record<string, string | number>>) {
    super(code);
    this.refusal = { code, details };
  }
}

export function fault(
  code: PdfCode,
  why: string,
  more: Readonly<Record<string, string | number>> = {},
): never {
  throw new PdfFault(code, { why, ...more });
}

/** The shape is not that of a PDF, or not in a form that can be read in one way only. */
export function odd(why: string): never {
  fault('pdf-odd', why);
}

/** Makes an outcome of a reading that may end in a fault; anything else that is thrown is our own mistake and goes on. */
export async function guarded<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PdfFault) return refused(error.refusal);
    throw error;
  }
}
