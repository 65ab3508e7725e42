import { declarationDemand } from '#capabilities/dossiers';
import { notice, tag } from '#design';
import { inLocale } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { type Doors, signatureSentences } from '#surfaces/shared';
import type { Opened } from './open.ts';

type Paper = Opened['view']['documents'][number];
const mostBytes = 4 * 1024 * 1024;

/** Who signed what was filed, judged at this look; undefined for every other paper. */
export async function declarationView(
  ctx: PageCtx,
  doors: Doors,
  { say, locale }: Pick<Opened, 'say' | 'locale'>,
  paper: Paper | undefined,
): Promise<Html | undefined> {
  if (paper?.demand !== declarationDemand || !paper.sha256 || !doors.signing) return undefined;
  const bytes = await bytesOf(doors, paper.sha256);
  const judged = bytes && (await doors.signing.judgeXml(ctx, bytes));
  if (!judged?.ok)
    return notice({
      kind: 'danger',
      locale,
      content: say(
        'Không đọc được các chữ ký trong tệp này. Hãy xin người nộp ký lại.',
        'The signatures in this file cannot be read. Ask the person to sign again.',
      ),
    });
  const { signatures, refused } = judged.value;
  return html`<ul class="mc-files">${signatures.map(
    ({ certificate, role, provenAt, claimedAt, level }) =>
      html`<li><span><strong>${certificate.subject.parts.commonName ?? certificate.subject.text}</strong> ${tag({ text: say('Chữ ký đúng', 'Holds'), tone: 'jade', icon: 'check' })}<br><span class="mc-quiet mc-small">${[
        role,
        provenAt === undefined
          ? `${formatDateTime(claimedAt)} ${say('(theo người ký)', '(as claimed)')}`
          : `${formatDateTime(provenAt)} ${say('(dấu thời gian)', '(time stamp)')}`,
        `${say('chứng thư', 'certificate')} ${certificate.subject.parts.serialNumber ?? certificate.serial}`,
        `XAdES ${level}`,
      ]
        .filter(Boolean)
        .join(' · ')}</span></span></li>`,
  )}${refused.map(
    ({ id, refusal }) =>
      html`<li><span><strong>${id}</strong> ${tag({ text: say('Chữ ký sai', 'Does not hold'), tone: 'red' })}<br>${whyOf(refusal.code, locale)}</span></li>`,
  )}</ul>`;
}

const whyOf = (code: string, locale: Opened['locale']): string => {
  const sentence = Object.hasOwn(signatureSentences, code) ? signatureSentences[code]?.() : undefined;
  return sentence ? inLocale(sentence, locale) : '';
};

async function bytesOf(doors: Doors, sha256: string): Promise<Uint8Array | undefined> {
  const stream = await doors.files.open(sha256);
  if (!stream) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
