import { fault } from '../fault.ts';
import type { SignedField } from '../file/fields.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import type { Revision } from '../file/revisions.ts';
import { limits } from '../limits.ts';
import { isArray, isCount, isDict, isText, nameAt, type PdfDict } from '../syntax/values.ts';

/** A signature dictionary whose bytes are known to be all of a revision but the signature itself. */
export interface Signature {
  readonly field: SignedField;
  readonly dict: PdfDict;
  readonly kind: 'signature' | 'document-time-stamp';
  /** It was added in this revision, and signs all up to its end. */
  readonly revision: Revision;
  /** The signed bytes are those before `hole` and those from `after` to `end`. */
  readonly hole: number;
  readonly after: number;
  readonly end: number;
  /** DER, without what fills the place up. */
  readonly der: Uint8Array;
  /** With it: what validation data is filed under. */
  readonly contents: Uint8Array;
}

const kinds: ReadonlyMap<string, Signature['kind']> = new Map([
  ['ETSI.CAdES.detached', 'signature'],
  ['adbe.pkcs7.detached', 'signature'],
  ['ETSI.RFC3161', 'document-time-stamp'],
]);

/**
 * Takes the signature of a field apart (ISO 32000-2, 12.8). The range must begin at 0, leave out exactly the string
 * that holds the signature, and end where the revision ends that brought it: `signature-range`, `signature-contents`,
 * `signature-revision`, `signature-subfilter`.
 */
export function signatureIn(file: PdfFile, field: SignedField): Signature {
  const found = file.object(field.value, file.last.index);
  const entry = file.entry(field.value.number, file.last.index);
  if (!found || !isDict(found.value) || found.stream || entry?.is !== 'plain')
    fault('signature-contents', 'not a dictionary that stands by itself');
  const dict = found.value;
  const kind = kindOf(dict);
  const contents = dict.entries.get('Contents');
  if (!isText(contents) || !contents.hex) fault('signature-contents', 'no signature in hexadecimal');
  // Nothing but digits, and all of them in pairs: no reader may find anything else there.
  if (!isPlainHex(file.bytes, contents.start, contents.end))
    fault('signature-contents', 'something else within the signature');
  const { after, end } = rangeOf(dict, contents);
  const revision = file.revisions.find((one) => one.entries.get(field.value.number) === entry);
  if (!revision || end < revision.eof || end > revision.end)
    fault('signature-revision', 'what is signed does not end with its revision');
  if (found.start < revision.start) fault('signature-revision', 'a signature of another revision');
  const { bytes } = contents;
  return {
    field,
    dict,
    kind,
    revision,
    hole: contents.start,
    after,
    end,
    der: derIn(bytes),
    contents: bytes,
  };
}

function isPlainHex(bytes: Uint8Array, start: number, end: number): boolean {
  if ((end - start) % 2 !== 0) return false;
  for (let at = start + 1; at < end - 1; at++) {
    const byte = bytes[at] ?? 0;
    const digit =
      (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
    if (!digit) return false;
  }
  return true;
}

function kindOf(dict: PdfDict): Signature['kind'] {
  const kind = kinds.get(nameAt(dict, 'SubFilter') ?? '');
  if (!kind || nameAt(dict, 'Filter') === undefined)
    fault('signature-subfilter', nameAt(dict, 'SubFilter')?.slice(0, 60) ?? 'none');
  const type = nameAt(dict, 'Type');
  const wanted = kind === 'signature' ? [undefined, 'Sig'] : ['DocTimeStamp'];
  if (!wanted.includes(type)) fault('signature-subfilter', 'of another type');
  return kind;
}

function rangeOf(
  dict: PdfDict,
  hole: { readonly start: number; readonly end: number },
): { after: number; end: number } {
  const range = dict.entries.get('ByteRange');
  if (!isArray(range) || range.length !== 4 || !range.every(isCount)) fault('signature-range', 'no range');
  const [from, first = 0, after = 0, second = 0] = range;
  if (from !== 0) fault('signature-range', 'does not begin at the beginning');
  if (first !== hole.start || after !== hole.end)
    fault('signature-range', 'leaves out more than the signature');
  return { after, end: after + second };
}

/** The first DER element; what follows must be zeros (ISO 32000-2, 12.8.3.3). */
function derIn(bytes: Uint8Array): Uint8Array {
  const [tag, length = 0] = bytes;
  const octets = length < 0x80 ? 0 : length & 0x7f;
  if (tag !== 0x30 || octets > 4 || length === 0x80) fault('signature-contents', 'no DER');
  let size = octets === 0 ? length : 0;
  for (let i = 0; i < octets; i++) size = size * 256 + (bytes[2 + i] ?? 0);
  const end = 2 + octets + size;
  if (end > bytes.length || end > limits.contents) fault('signature-contents', 'no DER');
  if (bytes.subarray(end).some((byte) => byte !== 0))
    fault('signature-contents', 'something after the signature');
  return bytes.subarray(0, end);
}
