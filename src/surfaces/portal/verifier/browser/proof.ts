import { judgeBundle, momentOfBundle } from '#capabilities/public-log';
import type { Policy } from '#platform/tlog';
import { logCheck } from './log-check.ts';
import { refusedVerdict, type Verdict, verdictOf } from './verdict.ts';
import { say, sourceWords } from './words.ts';

/** A proof of the public log by itself. */
export function proofVerdict(text: string, policy: Policy): Verdict {
  const judged = judgeBundle(text, policy);
  if (!judged.ok) return refusedVerdict(judged.refusal);
  const { source, content } = judged.value;
  const unchanged = {
    is: 'good',
    what: say('Nội dung đúng như đã ghi vào nhật ký', 'What it says is what was written into the log'),
    why: say(
      'Không ai sửa hay xóa được dòng này mà không lộ ra, kể cả tỉnh.',
      'Nobody can change or delete this line unseen, not even the province.',
    ),
  } as const;
  const checks = [unchanged, logCheck(judged.value, momentOfBundle(text, policy))];
  const facts = [
    { label: say('Điều được chứng tỏ', 'What is proved'), value: sourceWords[source] ?? source },
  ];
  const title = say('Có trong nhật ký, không bị sửa', 'It stands in the log, unchanged');
  return { ...verdictOf(title, checks, facts), raw: content };
}
