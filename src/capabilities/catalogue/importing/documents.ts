import { cleanText } from '#kernel/text';
import type { DocumentGroup, NationalDocument } from '../procedure.ts';
import { shorten, splitList } from './clean.ts';
import { alternativesIn, isConditional, isDuty, isRemark, isTalk, withoutMarks } from './document-words.ts';
import type { RawDocument } from './raw.ts';
import type { Note } from './report.ts';

/** Reads one entry of a list of papers: repairs its counts, decides whether it is a paper at all. */
export function readDocument(
  raw: RawDocument,
  group: DocumentGroup,
  field: string,
  note: Note,
): NationalDocument {
  const counted = readCounts(raw, field, note);
  const name = withoutMarks(counted.name);
  const forms = readForms(raw.forms, field, note);
  const zero = counted.originals === 0 && counted.copies === 0;
  const said = zero ? countsInWords(name) : undefined;
  const talk =
    group === 'note' || isRemark(name) || isDuty(name) || (zero && said === undefined && isTalk(name));
  if (talk) {
    if (group !== 'note')
      note(
        field,
        'corrected',
        'note-as-document',
        `${shorten(name)} (${counted.originals}/${counted.copies})`,
        'note',
      );
    return { ...bare, name, group: 'note', countKnown: true, conditional: isConditional(name), forms };
  }
  if (zero && said !== undefined)
    note(field, 'corrected', 'count-from-text', shorten(name), `${said.originals}/${said.copies}`);
  if (zero && said === undefined) note(field, 'kept', 'count-unknown', shorten(name));
  return {
    name,
    group,
    originals: said?.originals ?? counted.originals,
    copies: said?.copies ?? counted.copies,
    countKnown: !zero || said !== undefined,
    conditional: isConditional(name),
    alternatives: alternativesIn(name),
    forms,
  };
}

const bare = { originals: 0, copies: 0, alternatives: [] as readonly string[] };

/**
 * "… theo Mẫu số" with 181 originals is form 18 with one original: the end of the text was swallowed into the count.
 * A count above 99 is always that; between 10 and 99 only where the text visibly stops short.
 */
function readCounts(raw: RawDocument, field: string, note: Note) {
  const name = cleanText(raw.name);
  const stopsShort = /(?:mẫu|mẫu số|phụ lục|số|điều|khoản|năm|\/|-)$/iu.test(name);
  if (raw.originals < 10 || (raw.originals < 100 && !stopsShort)) {
    if (raw.originals >= 10) note(field, 'kept', 'count-high', shorten(name), String(raw.originals));
    return { name, originals: raw.originals, copies: raw.copies };
  }
  const digits = String(raw.originals);
  const number = digits.slice(0, -1);
  const originals = Number(digits.slice(-1));
  const whole = /[/-]$/.test(name) ? `${name}${number}` : `${name} ${number}`;
  note(
    field,
    'corrected',
    'count-swallowed',
    `…${name.slice(-50)} (${digits})`,
    `…${whole.slice(-55)} (${originals})`,
  );
  return { name: whole, originals, copies: raw.copies };
}

/** "nộp 01 bản chính", "02 bản chụp" in the words of a paper whose counts are both 0. */
function countsInWords(name: string): { originals: number; copies: number } | undefined {
  const count = (kind: string) =>
    Number(
      new RegExp(`(?<!\\d)0?(\\d)\\s*\\)?\\s*(?:\\([^)]*\\)\\s*)?bản (?:${kind})`, 'iu').exec(name)?.[1] ?? 0,
    );
  const originals = count('chính|gốc');
  const copies = count('chụp|sao|photo');
  return originals + copies > 0 ? { originals, copies } : undefined;
}

/** Form names are file names; the crawl glued half a sentence in front of some. */
function readForms(raw: readonly string[], field: string, note: Note): readonly string[] {
  const forms = raw.flatMap(splitList).map((form) => {
    const whole = withoutMarks(cleanText(form));
    const file =
      /(?:m[ẫâa]u|phụ lục|phu luc|pl|bm|tk|tờ khai|to khai|đơn|don)[^;:/]{0,50}\.(?:docx?|xlsx?|pdf|rtf)$/iu;
    const short = whole.length > 60 ? (lastMatch(whole, file) ?? whole) : whole;
    if (short !== whole) note(`${field}.forms`, 'corrected', 'form-name', shorten(whole), short);
    return short;
  });
  return [...new Set(forms.filter((form) => form !== ''))];
}

/** The shortest match that ends where the text ends. */
function lastMatch(text: string, pattern: RegExp): string | undefined {
  for (let from = text.length - 5; from >= 0; from -= 1) {
    const match = pattern.exec(text.slice(from));
    if (match !== null && match.index === 0) return match[0];
  }
  return undefined;
}
