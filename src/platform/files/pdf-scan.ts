import { constants, inflateSync } from 'node:zlib';

/** What a PDF holds that a paper does not need. */
export type PdfSuspicion = 'password-protected' | 'active-content' | 'unreadable';

/** Each of them runs, opens or carries something (ISO 32000-2, 12.6.4, 7.11.4, 12.7.8). */
const activeNames = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'RichMedia',
  'RichMediaContent',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'XFA',
];

/** A PDF name may write any letter as `#xx`; the pattern takes both spellings. */
const spelled = (name: string): string =>
  [...name]
    .map((letter) => {
      const hex = letter.charCodeAt(0).toString(16);
      return `(?:${letter}|#${hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`;
    })
    .join('');
const ending = '(?=[\\s\\0()<>\\[\\]{}/%]|$)';
const nameOf = (...names: string[]): RegExp => new RegExp(`/(?:${names.map(spelled).join('|')})${ending}`);
const active = nameOf(...activeNames);
const encrypt = nameOf('Encrypt');
const objectStream = new RegExp(nameOf('ObjStm').source, 'g');
const filter = nameOf('Filter');
const flate = new RegExp(
  `/${spelled('Filter')}\\s*\\[?\\s*/(?:${spelled('FlateDecode')}|${spelled('Fl')})\\s*\\]?\\s*[/>]`,
);
const parameters = nameOf('DecodeParms', 'DP');

const perStream = 16 * 1024 * 1024;
const allStreams = 96 * 1024 * 1024;

/** Start of the data of the object stream whose type stands at `at`, and its dictionary. */
function streamAt(text: string, at: number): { dictionary: string; start: number } | undefined {
  const open = text.lastIndexOf('obj', at);
  const keyword = text.indexOf('stream', at + 1);
  if (open < 0 || keyword < 0 || keyword - open > 8192) return undefined;
  const breakLength = text[keyword + 6] === '\r' ? 2 : 1;
  return { dictionary: text.slice(open, keyword), start: keyword + 6 + breakLength };
}

/**
 * Looks for active parts by their names, in plain objects and inside compressed object streams. Names are never
 * encrypted or split, so this needs no parser; what cannot be looked into is refused. Memory is bounded, still it is
 * called in the limited child process only.
 */
export function scanPdf(bytes: Buffer): PdfSuspicion | undefined {
  const text = bytes.toString('latin1');
  if (encrypt.test(text)) return 'password-protected';
  if (active.test(text)) return 'active-content';
  let inflated = 0;
  for (const found of text.matchAll(objectStream)) {
    const stream = streamAt(text, found.index);
    if (!stream) continue;
    if (!filter.test(stream.dictionary)) continue;
    if (!flate.test(stream.dictionary) || parameters.test(stream.dictionary)) return 'active-content';
    let content: Buffer;
    try {
      content = inflateSync(bytes.subarray(stream.start), {
        maxOutputLength: perStream,
        finishFlush: constants.Z_SYNC_FLUSH,
      });
    } catch {
      return 'unreadable';
    }
    inflated += content.length;
    if (inflated > allStreams) return 'unreadable';
    if (active.test(content.toString('latin1'))) return 'active-content';
  }
  return undefined;
}
