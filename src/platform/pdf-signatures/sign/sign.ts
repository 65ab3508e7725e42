import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import {
  type DigestSigner,
  readCertificate,
  type TimeStamper,
  type ValidationSource,
} from '#platform/certificates';
import { signDetached } from '#platform/cms';
import { type Appearance, drawAppearance, rectOf } from '../appearance/draw.ts';
import { fault, guarded } from '../fault.ts';
import { pagesOf } from '../file/pages.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import { limits } from '../limits.ts';
import { textBytes } from '../syntax/strings.ts';
import { dict, name, text } from '../syntax/values.ts';
import { openToAppend } from './open-to-append.ts';
import { fill, placeholderFor, signedPart } from './placeholder.ts';
import { addToForm, addToPage, assertFree, missingIn } from './places.ts';
import { Update } from './update.ts';
import { keepValidationData } from './validation-data.ts';

export interface PdfSigning {
  readonly signer: DigestSigner;
  /** With it the signature reaches B-T. */
  readonly stamper?: TimeStamper;
  /** With it, after a stamp, B-LT: data about revocation is fetched and appended. */
  readonly revocations?: ValidationSource;
  /** The moment that the signer claims. */
  readonly at: Instant;
  /** Without it the signature is not to be seen. */
  readonly appearance?: Appearance;
  readonly reason?: string;
  /** Unique in the file, without dots. */
  readonly fieldName: string;
}

/**
 * Signs a PDF by appending to it (EN 319 142-1, baselines B-B, B-T, B-LT); earlier signatures stay valid. Gives the
 * whole new file. Refused: a file whose structure is odd, encrypted, too large or certified against further signatures
 * (`pdf-…`), `field-name`, `field-taken`, `page-missing`, `box-outside`, `text-too-long`, `picture-odd`, and as
 * `signDetached` and the source of revocations refuse.
 */
export const signPdf = (bytes: Uint8Array, wish: PdfSigning): Promise<Outcome<Uint8Array>> =>
  guarded(async () => {
    const file = openToAppend(bytes);
    assertFree(file, wish.fieldName);
    const missing = missingIn(file);
    let capacity = estimate(wish);
    for (let tries = 0; tries < 3; tries++) {
      const signed = await signInto(file, wish, { capacity, missing });
      if (!signed.ok) return signed;
      if ('needs' in signed.value) capacity = signed.value.needs + 1024;
      else if (wish.revocations)
        return await keepValidationData(signed.value.bytes, {
          ...wish.revocations,
          at: wish.at,
          fieldName: wish.fieldName,
        });
      else return done(signed.value.bytes);
    }
    return refused({ code: 'signature-too-large' });
  });

/** Certificates, two signatures with their attributes, and a stamp that brings certificates of its own. */
function estimate({ signer, stamper }: PdfSigning): number {
  const certificates = [signer.certificate, ...signer.chain].reduce((sum, { length }) => sum + length, 0);
  return certificates + 1536 + (stamper ? 8192 : 0);
}

type Attempt = { readonly bytes: Uint8Array } | { readonly needs: number };

interface Trying {
  readonly capacity: number;
  readonly missing: ReadonlySet<number>;
}

async function signInto(
  file: PdfFile,
  wish: PdfSigning,
  { capacity, missing }: Trying,
): Promise<Outcome<Attempt>> {
  const { signer, stamper, at, reason, fieldName } = wish;
  const placeholder = placeholderFor({ at, name: holder(signer), reason }, capacity);
  const update = new Update(file, missing);
  const value = update.raw(placeholder.body);
  addField(update, file, wish, value);
  const { bytes, bodies } = update.finished(`${at} ${fieldName}`);
  // Whoever reads files up to a size must be able to read what was signed.
  if (bytes.length > limits.file) fault('pdf-too-large', 'too large');
  const start = bodies.get(value.number) ?? 0;
  const signed = await signDetached(signedPart(bytes, start, placeholder), signer, {
    at,
    pades: true,
    ...(stamper && { stamper }),
  });
  if (!signed.ok) return signed;
  return done(fill(bytes, start, placeholder, signed.value) ? { bytes } : { needs: signed.value.length });
}

function holder({ certificate }: DigestSigner): string | undefined {
  const read = readCertificate(certificate);
  return read.ok ? read.value.subject.parts.commonName : undefined;
}

/** The field and its look on the page are one object (ISO 32000-2, 12.7.5.5). */
function addField(update: Update, file: PdfFile, wish: PdfSigning, value: ReturnType<Update['raw']>): void {
  const { appearance, fieldName } = wish;
  const page = pagesOf(file, file.last.index)[(appearance?.page ?? 1) - 1];
  if (!page) fault('page-missing', 'there is no such page');
  const rect = appearance ? rectOf(page, appearance) : [0, 0, 0, 0];
  const look = appearance && drawAppearance(update, page, appearance);
  const said = appearance?.said ?? appearance?.lines.join(' ');
  const field = update.add(
    dict({
      Type: name('Annot'),
      Subtype: name('Widget'),
      FT: name('Sig'),
      T: text(textBytes(fieldName)),
      TU: said ? text(textBytes(said)) : undefined,
      V: value,
      // Printed, and not to be moved.
      F: 132,
      P: page.ref,
      Rect: rect,
      AP: look && dict({ N: look }),
    }),
  );
  addToPage(update, file, page, field);
  addToForm(update, file, field);
}
