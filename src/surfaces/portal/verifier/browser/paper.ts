import { judgeCarried, momentOfBundle, type ProvenRow } from '#capabilities/public-log';
import type { Outcome } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { carriedProof } from '#platform/carried-proof';
import { type JudgedPdf, judgePdf } from '#platform/pdf-signatures';
import type { Policy } from '#platform/tlog';
import { logCheck, seenUntil } from './log-check.ts';
import { signatureChecks, signatureFacts } from './signatures.ts';
import {
  badCheck,
  type Check,
  type Fact,
  moment,
  plain,
  refusedVerdict,
  type Verdict,
  verdictOf,
} from './verdict.ts';
import { paperWords, say } from './words.ts';

export interface PaperQuestion {
  readonly policy: Policy;
  readonly roots: readonly Uint8Array[];
  readonly at: Instant;
  readonly checkAddress: string;
}

/** A PDF: its signatures, the proof at its end, and whether it is the very file that the proof is of. */
export async function paperVerdict(bytes: Uint8Array, question: PaperQuestion): Promise<Verdict> {
  const signed = await judgePdf(bytes, question);
  const proved = judgeCarried(bytes, question.policy);
  const bare = !proved.ok && proved.refusal.code === 'proof-none';
  const count = signed.ok ? signed.value.signatures.length + signed.value.refused.length : 0;
  if (bare && count === 0) return refusedVerdict(signed.ok ? { code: 'paper-bare' } : signed.refusal);
  const seen = momentOfBundle(carriedProof(bytes)?.text ?? '', question.policy);
  const issued = proved.ok ? rowOf(proved.value) : undefined;
  const checks = [
    ...contentChecks(proved, seen),
    ...(signed.ok && count === 0 && issued?.kind === 'paper' ? [] : signingChecks(signed, proved.ok)),
  ];
  // Nobody asks what became of a file that is not to be believed, nor can a receipt be revoked.
  const open = issued?.kind !== 'paper' && checks.every(({ is }) => is !== 'bad');
  if (open) checks.push(later(proved.ok ? seen : undefined, question.checkAddress));
  const facts = [...(issued?.facts ?? []), ...(signed.ok ? signatureFacts(signed.value) : [])];
  return verdictOf(proved.ok ? genuine : onlySigned, checks, facts);
}

const genuine = say(
  'Đúng tệp cơ quan đã phát hành, không bị sửa',
  'The very file that the office issued, unchanged',
);
const onlySigned = say(
  'Chữ ký đúng, nhưng chưa đối chiếu được với nhật ký',
  'Signed as it should be, but not compared with the log',
);

function contentChecks(proved: Outcome<ProvenRow>, seen: Instant | undefined): readonly Check[] {
  if (proved.ok) {
    const what = say('Nội dung không đổi một chữ nào', 'Not a letter of it was changed');
    return [{ is: 'good', what }, logCheck(proved.value, seen)];
  }
  if (proved.refusal.code !== 'proof-none') return [badCheck(proved.refusal)];
  return [
    {
      is: 'open',
      what: say('Tệp không mang theo bằng chứng của nhật ký', 'It carries no proof of the log'),
      why: say(
        'Chỉ chữ ký chứng tỏ được tệp. Muốn chắc hơn, hãy xin tệp tải lại từ hệ thống.',
        'Its signatures alone speak for it. To be surer, ask for the file as the system gives it out.',
      ),
    },
  ];
}

/** A file whose every letter is proved by the log is what it is, even where its signatures cannot be read. */
function signingChecks(signed: Outcome<JudgedPdf>, proved: boolean): readonly Check[] {
  if (signed.ok) return signatureChecks(signed.value);
  if (!proved) return [badCheck(signed.refusal)];
  return [{ is: 'open', what: say('Không đọc được chữ ký trong tệp', 'Its signatures cannot be read') }];
}

const later = (seen: Instant | undefined, ask: string): Check => ({
  is: 'open',
  what: say('Chưa biết có bị thu hồi hay thay thế không', 'Not known: whether it was revoked or replaced'),
  why: say(
    `Không có mạng nên chỉ biết đến ${seenUntil(seen).vi}. Có mạng thì hỏi ở trang:`,
    `Without a network nothing is known after ${seenUntil(seen).en}. With one, ask at:`,
  ),
  ask,
});

interface Issued {
  readonly kind: 'result' | 'paper';
  readonly facts: readonly Fact[];
}

/** What the line in the log says of the file: columns of `results.v_log_file` and of `dossiers.v_log_paper`. */
function rowOf({ source, content }: ProvenRow): Issued {
  const columns: unknown = JSON.parse(content);
  const text = (at: number): string => {
    const value: unknown = Array.isArray(columns) ? columns[at] : undefined;
    return typeof value === 'string' ? plain(value) : '';
  };
  const at = (column: number): string => moment(Date.parse(text(column)));
  const sha256 = (column: number): Fact => ({
    label: say('Mã băm (SHA-256)', 'SHA-256'),
    value: text(column),
  });
  if (source === 'result-file')
    return {
      kind: 'result',
      facts: [
        { label: say('Số', 'Number'), value: text(3) },
        { label: say('Phát hành lúc', 'Issued at'), value: at(8) },
        sha256(5),
      ],
    };
  return {
    kind: 'paper',
    facts: [
      { label: say('Giấy', 'Paper'), value: paperWords[text(2)] ?? text(2) },
      { label: say('Trao lúc', 'Given out at'), value: at(4) },
      sha256(3),
    ],
  };
}
