import { declarationDemand } from '#capabilities/dossiers';
import { notice } from '#design';
import type { Html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { contentUpTo } from './content.ts';
import type { Opened } from './open.ts';
import { signatureLines } from './signature-lines.ts';

type Paper = Opened['view']['documents'][number];
const mostBytes = 4 * 1024 * 1024;

/** Who signed what was filed, judged at this look; undefined for every other paper. */
export async function declarationView(
  ctx: PageCtx,
  doors: Doors,
  words: Pick<Opened, 'say' | 'locale'>,
  paper: Paper | undefined,
): Promise<Html | undefined> {
  if (paper?.demand !== declarationDemand || !paper.sha256 || !doors.signing) return undefined;
  const { say, locale } = words;
  const bytes = await contentUpTo(doors, paper.sha256, mostBytes);
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
  return signatureLines(
    words,
    signatures.map((each) => ({ ...each, level: `XAdES ${each.level}` })),
    refused.map(({ id, refusal }) => ({ id, code: refusal.code })),
  );
}
