import { carriedProof } from '#platform/carried-proof';
import { fault } from '../fault.ts';
import { PdfFile } from '../file/pdf-file.ts';

/** A file to which something can be appended. A proof that it carries stands last, and is put there last. */
export function openToAppend(bytes: Uint8Array): PdfFile {
  if (carriedProof(bytes)) fault('pdf-trailing', 'a proof behind the end');
  return new PdfFile(bytes);
}
