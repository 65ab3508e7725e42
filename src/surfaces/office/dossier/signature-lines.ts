import { tag } from '#design';
import { inLocale } from '#kernel/text';
import { formatDateTime, type Instant } from '#kernel/time';
import type { Certificate } from '#platform/certificates';
import { type Html, html } from '#platform/html';
import { signatureSentences } from '#surfaces/shared';
import type { Opened } from './open.ts';

export interface SignatureLine {
  readonly certificate: Certificate;
  /** As what, or for what, it was signed. */
  readonly role?: string | undefined;
  readonly provenAt?: Instant | undefined;
  readonly claimedAt?: Instant | undefined;
  /** `PAdES B-LT`. */
  readonly level: string;
}

type Words = Pick<Opened, 'say' | 'locale'>;

/** Who signed, when, with what: one line for each signature that holds, and why the others do not. */
export const signatureLines = (
  words: Words,
  holding: readonly SignatureLine[],
  broken: readonly { readonly id: string; readonly code: string }[],
): Html =>
  html`<ul class="mc-files">${holding.map((each) => holds(words, each))}${broken.map(
    ({ id, code }) =>
      html`<li><span><strong>${id}</strong> ${tag({ text: words.say('Chữ ký sai', 'Does not hold'), tone: 'red' })}<br>${whyOf(code, words.locale)}</span></li>`,
  )}</ul>`;

const holds = ({ say }: Words, { certificate, role, provenAt, claimedAt, level }: SignatureLine): Html =>
  html`<li><span><strong>${certificate.subject.parts.commonName ?? certificate.subject.text}</strong> ${tag({ text: say('Chữ ký đúng', 'Holds'), tone: 'jade', icon: 'check' })}<br><span class="mc-quiet mc-small">${[
    role,
    provenAt === undefined
      ? claimedAt !== undefined && `${formatDateTime(claimedAt)} ${say('(theo người ký)', '(as claimed)')}`
      : `${formatDateTime(provenAt)} ${say('(dấu thời gian)', '(time stamp)')}`,
    `${say('chứng thư', 'certificate')} ${certificate.subject.parts.serialNumber ?? certificate.serial}`,
    level,
  ]
    .filter(Boolean)
    .join(' · ')}</span></span></li>`;

const whyOf = (code: string, locale: Opened['locale']): string => {
  const sentence = Object.hasOwn(signatureSentences, code) ? signatureSentences[code]?.() : undefined;
  return sentence ? inLocale(sentence, locale) : '';
};
