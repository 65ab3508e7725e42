import type { ProcedureDraft } from '#capabilities/catalogue';
import { card, details, notice, summaryList, type TagProps, table, tag, taskList } from '#design';
import { inLocale } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { FindingInWords } from '../core/findings.ts';
import { entryAddresses } from '../core/laid-out.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { type Say, sayIn } from '../core/say.ts';
import { draftPackage, originCard } from '../packages/packages.view.ts';
import { formTitle, parts } from '../parts/index.ts';
import { partOfFinding } from './part-of-finding.ts';
import { todoView } from './todo.view.ts';
import { whereOf } from './where.ts';

const mostShown = 100;
/** So few stand open; more would hide what is beneath. */
const fewHints = 12;

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
  return html`${draft.note !== null && draft.state === 'draft' && notice({ kind: 'warning', title: say('Người duyệt đã trả lại', 'Sent back by the reviewer'), content: draft.note, locale: ctx.locale })}${draft.origin !== null && originCard(ctx, draft.origin)}${card(
    { title: say('Các phần', 'Parts'), content: taskList({ items }) },
  )}${todoView(ctx, draft)}${findingsTable(ctx, say, draft, findings)}${card({ title: say('Ai đã làm gì', 'Who did what'), content: html`${summaryList({ rows: peopleRows(say, draft, nameOf), locale: ctx.locale })}${draftPackage(ctx, draft.id)}` })}`;
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
  const errors = findings.filter(({ level }) => level === 'error');
  const hints = findings.filter(({ level }) => level === 'warning');
  const list = (id: string, caption: string, some: readonly FindingInWords[]) =>
    table({
      id,
      caption,
      columns: [{ text: say('Điều cần sửa', 'What'), long: true }, { text: say('Ở', 'Where') }],
      rows: some.slice(0, mostShown).map((finding) => findingRow(ctx, draft, finding)),
    });
  return html`<div class="mc-stack" id="can-sua">${
    errors.length === 0 &&
    notice({
      kind: 'success',
      title: say('Không còn lỗi nào ngăn công bố.', 'No error stands in the way of publishing.'),
    })
  }${
    errors.length > 0 &&
    list(
      'loi',
      say(
        `${errors.length} lỗi phải sửa trước khi công bố`,
        `${errors.length} errors to mend before publishing`,
      ),
      errors,
    )
  }${
    hints.length > 0 &&
    details({
      summary: say(`${hints.length} điều nên xem`, `${hints.length} hints`),
      open: errors.length === 0 && hints.length <= fewHints,
      content: list(
        'nen-xem',
        say('Không ngăn công bố', 'They do not stand in the way of publishing'),
        hints,
      ),
    })
  }</div>`;
}

function findingRow(ctx: PageCtx, draft: ProcedureDraft, { level, text, at }: FindingInWords) {
  const say = sayIn(ctx.locale);
  const { definition } = draft.content;
  const { slug, query } = partOfFinding(at, entryAddresses(definition));
  const href = `${draftHref(draft.id, slug)}${query === '' ? '' : `?${query}`}`;
  const mark = level === 'error' && html`${tag({ text: say('Lỗi', 'Error'), tone: 'red' })} `;
  return [
    html`<span data-row>${mark}${inLocale(text, ctx.locale)}</span>`,
    html`<a${attributes({ href, title: at })}>${whereOf(at, slug, definition, ctx.locale)}</a>`,
  ];
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
