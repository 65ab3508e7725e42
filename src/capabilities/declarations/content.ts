/** One answer, as people read it. */
export interface DeclaredRow {
  readonly label: string;
  readonly value: string;
}
export interface DeclaredFile {
  readonly title: string;
  readonly name: string;
  readonly sha256: string;
}

/** What everybody reads who signs: the filing in words, nothing that stands only in codes. */
export interface DeclaredContent {
  readonly procedure: { readonly code: string; readonly version: number; readonly name: string };
  /** The unit that decides. */
  readonly to: string;
  readonly applicant: string;
  readonly sections: readonly { readonly title: string; readonly rows: readonly DeclaredRow[] }[];
  readonly files: readonly DeclaredFile[];
  /** Fingerprint of the submission. */
  readonly bodyHash: string;
}

const namespace = 'urn:motcua:declaration:1';

/** XML 1.0 knows no other control characters than tab and line ends; a carriage return would be read as a line feed. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
const inText: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const inAttribute: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
};
const words = (text: string): string => plain(text).replace(/[&<>]/g, (one) => inText[one] ?? one);

/** As the canonical form (exclusive canonical XML 1.0) writes it, so that it can be compared with what a signature covers. */
const element = (name: string, attributes: Readonly<Record<string, string>>, inside = ''): string =>
  `<${name}${Object.entries(attributes)
    .toSorted(([a], [b]) => Number(b === 'xmlns') - Number(a === 'xmlns') || (a < b ? -1 : 1))
    .map(
      ([key, value]) => ` ${key}="${plain(value).replace(/[&<"\t\n]/g, (one) => inAttribute[one] ?? one)}"`,
    )
    .join('')}>${inside}</${name}>`;

/** The text that is signed: the same words in the same order, and the SHA-256 of every file beside them. */
export function contentXml({ procedure, to, applicant, sections, files, bodyHash }: DeclaredContent): Buffer {
  const parts = [
    element('Procedure', { code: procedure.code, version: String(procedure.version) }, words(procedure.name)),
    element('To', {}, words(to)),
    element('Applicant', {}, words(applicant)),
    ...sections.map(({ title, rows }) =>
      element(
        'Section',
        { title },
        rows.map(({ label, value }) => element('Answer', { question: label }, words(value))).join(''),
      ),
    ),
    ...files.map(({ title, name, sha256 }) => element('File', { title, name, sha256 })),
    element('Submission', { sha256: bodyHash }),
  ];
  return Buffer.from(element('Declaration', { xmlns: namespace, Id: 'to-khai' }, parts.join('')));
}
