import type { LocalText } from '#kernel/text';

export interface PlacedText {
  readonly at: string;
  readonly text: LocalText;
  /** A name that a legal text fixed, or a note for readers of the record: lint asks for its English and leaves its words alone. */
  readonly official: boolean;
}
const isText = (value: object): value is LocalText => 'vi' in value && typeof value.vi === 'string';

/** Parts with an id are named by it, so that a finding still points right after a move. */
export function placeOf(at: string, key: string, value: unknown): string {
  const id =
    typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
      ? value.id
      : key;
  return at === '' ? id : `${at}.${id}`;
}

const official =
  /^(name|notes\.\d+|form\.title|(result|otherResults\.\d+|(documents|fees|cases)\.[^.]+)\.name|fees\..*\.exemptions\..*name|workflow\..*name)$/;

/** Every text in both languages, with its place. */
export function textsOf(value: unknown, at = ''): readonly PlacedText[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each, i) => textsOf(each, placeOf(at, String(i), each)));
  if (isText(value)) return [{ at, text: value, official: official.test(at) }];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, at === '' ? key : `${at}.${key}`));
}

/** Sentences of a text; a colon or semicolon also ends what is read in one breath. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/[.!?;:…]+(?=\s|$)|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** Vietnamese writes its syllables apart. */
export const syllables = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
