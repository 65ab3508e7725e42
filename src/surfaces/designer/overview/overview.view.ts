import type { ProcedureDraft } from '#capabilities/catalogue';
import { card, notice, summaryList, type TagProps, table, tag, taskList } from '#design';
import { inLocale } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { FindingInWords } from '../core/findings.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { type Say, sayIn } from '../core/say.ts';
import { formTitle, parts } from '../parts/index.ts';
import { partOfFinding } from './part-of-finding.ts';

export interface OverviewView {
  readonly draft: ProcedureDraft;
  readonly findings: readonly FindingInWords[];
  readonly nameOf: (officer: string) => string;
}

export function overviewView(ctx: PageCtx, { draft, findings, nameOf }: OverviewView): Html {
  const say = sayIn(ctx.locale);
  const items = [{ slug: 'to-khai', title: formTitle }, ...parts].map(({ slug, title }) => ({
    id: `phan-${slug}`,
    text: inLocale(title, ctx.locale),
    href: draftHref(draft.id, slug),
    status: stateOf(
      say,
      findings.filter(({ at }) => partOfFinding(at).slug === slug),
    ),
  }));
  return html`${draft.note !== null && draft.state === 'draft' && notice({ kind: 'warning', title: say('Người duyệt đã trả lại', 'Sent back by the reviewer'), content: draft.note, locale: ctx.locale })}${card(
    { title: say('Các phần', 'Parts'), content: taskList({ items }) },
  )}${findingsTable(ctx, say, draft, findings)}${card({ title: say('Ai đã làm gì', 'Who did what'), content: summaryList({ rows: peopleRows(say, draft, nameOf), locale: ctx.locale }) })}`;
}

function stateOf(say: Say, findings: readonly FindingInWords[]): TagProps {
  const errors = findings.filter(({ level }) => level === 'error').length;
  if (errors > 0) return { text: say(`${errors} lỗi phải sửa`, `${errors} errors`), tone: 'red' };
  if (findings.length > 0)
    return { text: say(`${findings.length} điều nên xem`, `${findings.length} hints`), tone: 'amber' };
  return { text: say('Không có lỗi', 'No errors'), tone: 'jade', icon: 'check' };
}

function findingsTable(
  ctx: PageCtx,
  say: Say,
  draft: ProcedureDraft,
  findings: readonly FindingInWords[],
): Html {
  if (findings.length === 0)
    return notice({
      kind: 'success',
      title: say('Không có gì phải sửa trước khi công bố.', 'Nothing to mend.'),
    });
  return table({
    id: 'can-sua',
    caption: say('Điều cần sửa trước khi công bố', 'What is to be mended'),
    columns: [
      { text: say('Mức', 'Level') },
      { text: say('Điều cần sửa', 'What') },
      { text: say('Ở', 'Where') },
    ],
    rows: findings.slice(0, 100).map(({ level, text, at }) => {
      const { slug, query } = partOfFinding(at);
      const href = `${draftHref(draft.id, slug)}${query === '' ? '' : `?${query}`}`;
      return [
        level === 'error'
          ? tag({ text: say('Lỗi', 'Error'), tone: 'red' })
          : tag({ text: say('Nên xem', 'Hint'), tone: 'amber' }),
        html`<span data-row>${inLocale(text, ctx.locale)}</span>`,
        html`<a class="mc-code"${attributes({ href })}>${at}</a>`,
      ];
    }),
  });
}

function peopleRows(say: Say, draft: ProcedureDraft, nameOf: (officer: string) => string) {
  const at = (time: number | null): string => (time === null ? '' : formatDateTime(time));
  return [
    {
      label: say('Soạn', 'Drafted'),
      value: `${draft.authors.map(nameOf).join(', ')}; ${at(draft.started_at)}`,
    },
    { label: say('Sửa lần cuối', 'Last change'), value: at(draft.changed_at) },
    {
      label: say('Dựa trên', 'Begun from'),
      value:
        draft.based_on === null
          ? say('chưa có phiên bản nào', 'no version yet')
          : say(`phiên bản ${draft.based_on}`, `version ${draft.based_on}`),
    },
    ...(draft.sent_at === null
      ? []
      : [{ label: say('Trình duyệt', 'Sent for approval'), value: at(draft.sent_at) }]),
    ...(draft.reviewer === null
      ? []
      : [
          {
            label: say('Người duyệt', 'Reviewer'),
            value: `${nameOf(draft.reviewer)}; ${at(draft.decided_at)}`,
          },
        ]),
  ];
}
