import { createHash } from 'node:crypto';
import { type SignedScan, signatureOfScan } from '#capabilities/dossiers';
import { notice } from '#design';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { officerActs } from '../words/acts.ts';
import { contentUpTo } from './content.ts';
import type { Opened } from './open.ts';
import { signatureLines } from './signature-lines.ts';

type Paper = Opened['view']['documents'][number];
/** As much as can be signed (platform/pdf-signatures, `limits.ts`). */
const mostBytes = 32 * 1024 * 1024;

/** Who compared a scan of the counter with the paper, judged at this look, or how it gets its signature. */
export async function scanView(
  ctx: PageCtx,
  doors: Doors,
  opened: Opened,
  paper: Paper | undefined,
): Promise<Html | undefined> {
  if (paper?.source !== 'scan' || paper.sha256 === null || !doors.signing) return undefined;
  const signed = signatureOfScan(opened.view.state, paper);
  return signed ? signedView(ctx, doors, opened, paper, signed) : unsignedView(opened);
}

function unsignedView({ say, whyNot, at }: Opened): Html {
  const words = say('Bản quét chưa được đối chiếu và ký số.', 'This scan is not compared and signed yet.');
  if (whyNot['sign-scans'] !== undefined) return html`<p class="mc-quiet">${words}</p>`;
  return html`<p>${words} <a${attributes({ href: at.act(officerActs['sign-scans'].slug) })}>${say(
    'Đối chiếu và ký',
    'Compare and sign',
  )}</a></p>`;
}

async function signedView(
  ctx: PageCtx,
  doors: Doors,
  opened: Opened,
  paper: Paper,
  signed: SignedScan,
): Promise<Html> {
  const { say, locale, at } = opened;
  const bytes = await contentUpTo(doors, signed.signed, mostBytes);
  const whole = bytes && createHash('sha256').update(bytes).digest('hex') === signed.signed;
  const judged = whole ? await doors.signing?.judge(ctx, bytes) : undefined;
  if (!judged?.ok)
    return notice({
      kind: 'danger',
      locale,
      content: say(
        'Bản quét đã ký không còn nguyên vẹn trong kho. Hãy báo quản trị, và đối chiếu lại với bản giấy.',
        'The signed scan was changed in the store. Tell the administrator, and compare with the paper again.',
      ),
    });
  const { signatures, refused } = judged.value;
  const own = signatures.filter(({ certificate }) => certificate.serial === signed.serial);
  return html`<p><strong>${say('Đã đối chiếu với bản giấy', 'Compared with the paper')}</strong> · <a${attributes(
    {
      href: at.below(`giay/${paper.id}/da-ky`),
    },
  )}>${say('Tải bản đã ký', 'Download the signed copy')}</a></p>${signatureLines(
    opened,
    own.map((each) => ({ ...each, role: signed.agency, level: `PAdES ${each.level}` })),
    refused.map(({ field, refusal }) => ({ id: field, code: refusal.code })),
  )}`;
}
