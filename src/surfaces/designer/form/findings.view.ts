import { button, notice } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { FindingInWords } from '../core/findings.ts';
import { type Say, sayIn } from '../core/say.ts';
import { type FormScope, scopeForm } from './scope.ts';

/** What lint says of the chosen question or page; an office word is replaced by one press. */
export function findingsView(
  ctx: PageCtx,
  scope: FormScope,
  {
    findings,
    hidden,
  }: { readonly findings: readonly FindingInWords[]; readonly hidden: Readonly<Record<string, string>> },
): Html | false {
  if (findings.length === 0) return false;
  const say = sayIn(ctx.locale);
  const mend = ({ code, details }: FindingInWords) =>
    code === 'officialese' &&
    scopeForm(
      ctx,
      scope,
      { hidden: { ...hidden, _chu: String(details['word']), _bang: String(details['instead']) } },
      button({
        text: say(`Thay bằng «${details['instead']}»`, `Replace by “${details['instead']}”`),
        name: '_lam',
        value: 'thay',
      }),
    );
  const errors = findings.some(({ level }) => level === 'error');
  return notice({
    kind: errors ? 'warning' : 'inset',
    title: errors
      ? say('Phải sửa trước khi công bố', 'To be mended before publishing')
      : say('Nên xem lại', 'Worth a second look'),
    content: html`<ul class="mc-stack">${findings.map(
      (finding) =>
        html`<li>${whereIn(finding, say)}${inLocale(finding.text, ctx.locale)}${mend(finding)}</li>`,
    )}</ul>`,
    locale: ctx.locale,
  });
}

const fields: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  label: ['Câu hỏi', 'Question'],
  hint: ['Gợi ý', 'Hint'],
  options: ['Lựa chọn', 'Choice'],
  patternHint: ['Câu báo khi sai mẫu', 'What is said when it does not fit'],
  refuseIf: ['Câu báo khi không nhận', 'What is said when it is refused'],
  of: ['Của ai', 'Whose'],
  if: ['Chỉ hiện khi', 'Show only when'],
  title: ['Tên trang', 'Title'],
  intro: ['Lời dẫn', 'Introduction'],
};

/** Which of its texts is meant: `…questions.hoTen.hint` → `Gợi ý: `. */
function whereIn({ at }: FindingInWords, say: Say): string | false {
  const rest = at.replace(/^.*\.(?:questions|items)\.[^.]+\.?|^form\.pages\.[^.]+\.?/, '').split('.');
  const found = fields[rest[0] ?? ''];
  if (!found) return false;
  return `${say(...found)}${rest[0] === 'options' && rest[1] ? ` ${rest[1]}` : ''}: `;
}
