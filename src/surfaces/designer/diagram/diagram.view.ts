import type { ProcedureDraft } from '#capabilities/catalogue';
import { mcPackage, type PlanNode, problemText } from '#capabilities/workflow';
import { button, card, details, notice, select, table, textarea, textInput } from '#design';
import { officerRoles } from '#kernel/actor';
import type { Outcome } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { roleTitles } from '#surfaces/shared';
import { draftForm } from '../core/draft-form.ts';
import { fileForm } from '../core/file-form.view.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import type { Say } from '../core/say.ts';
import type { DiagramRefusal, ReadDiagram } from './diagram.ts';

export interface DiagramView {
  readonly say: Say;
  readonly draft: ProcedureDraft;
  readonly xml: string;
  readonly field: string;
  readonly read: Outcome<ReadDiagram, DiagramRefusal>;
  /** A key and a kind of unit that stand here, for the hint. */
  readonly unitExamples: string;
}

/** The table says all that the drawing says; the drawing itself is a courtesy over the text of the file. */
export function diagramView(ctx: PageCtx, view: DiagramView): Html {
  const { say, draft, field, xml, read, unitExamples } = view;
  const { locale } = ctx;
  return html`<p>${say(
    'Vẽ quy trình theo BPMN 2.0. Chọn một bước để ghi ai làm, ở đâu, trong bao lâu.',
    'Draw the workflow in BPMN 2.0. Choose a step to say who does it, where, and how long it may take.',
  )}</p>${said(ctx, view)}<div class="mc-diagram"${attributes({
    'data-diagram': field,
    'data-words': JSON.stringify(mcPackage),
    hidden: true,
  })}></div>${taskFields(ctx, say, unitExamples)}${otherFields(ctx, say)}${flowFields(ctx, say)}${draftForm(
    ctx,
    { draft, action: draftHref(draft.id, 'so-do'), unsaved: true },
    [
      details({
        summary: say('Văn bản của sơ đồ (BPMN, XML)', 'Text of the diagram (BPMN, XML)'),
        open: !read.ok,
        content: textarea({
          name: field,
          label: say('Dán hoặc sửa trực tiếp', 'Paste it, or change it here'),
          hint: say(
            'Nhận tệp của Camunda Modeler và phần mềm BPMN khác.',
            'Takes files of Camunda Modeler and other BPMN software.',
          ),
          value: xml,
          rows: 14,
          locale,
        }),
      }),
      draft.state === 'draft' &&
        button({ text: say('Lưu sơ đồ', 'Save the diagram'), kind: 'primary', key: 'L' }),
    ],
  )}${fileView(ctx, say, draft)}${read.ok && steps(ctx, say, Object.values(read.value.plan.nodes))}`;
}

/** The diagram as a file, for other software and back. */
const fileView = (ctx: PageCtx, say: Say, draft: ProcedureDraft): Html => {
  const href = draftHref(draft.id, 'so-do/tep');
  return card({
    title: say('Tệp BPMN', 'BPMN file'),
    content: [
      html`<p><a${attributes({ href })}>${say('Tải tệp BPMN về', 'Download the BPMN file')}</a></p>`,
      draft.state === 'draft' &&
        fileForm(ctx, draft, {
          action: href,
          label: say('Đưa tệp BPMN lên', 'Upload a BPMN file'),
          rule: say(
            'Tệp .bpmn của Camunda Modeler hay phần mềm khác, nhiều nhất 1 MB. Thay sơ đồ đang có.',
            'A .bpmn file of Camunda Modeler or other software, at most 1 MB. It replaces the diagram.',
          ),
          accept: '.bpmn,.xml',
        }),
    ],
  });
};

/** What keeps it from running, element by element; and what only looks wrong. */
function said(ctx: PageCtx, { say, read }: DiagramView): Html | undefined {
  const lacks = read.ok ? read.value.lacks : (read.refusal.problems ?? []);
  const runs = read.ok && lacks.length === 0;
  const problems = runs ? read.value.plan.warnings : lacks;
  const lines = problems.map(
    (each) => `${each.name ?? (each.at || each.element)}: ${inLocale(problemText(each), ctx.locale)}`,
  );
  const branching =
    read.ok && read.value.branching
      ? say(
          'Sơ đồ có nhánh song song, hẹn giờ hoặc khối: hồ sơ chạy đúng theo sơ đồ. Bảng các bước bên dưới chỉ để đọc.',
          'It branches, waits or nests: dossiers follow the diagram itself. The list of steps below is for reading.',
        )
      : undefined;
  if (lines.length === 0 && branching === undefined) return undefined;
  return notice({
    kind: runs ? 'info' : 'warning',
    title: runs
      ? say('Nên xem lại', 'Worth a second look')
      : say('Sơ đồ chưa chạy được', 'This diagram does not run yet'),
    content: html`<ul>${[...lines, ...(branching ? [branching] : [])].map((line) => html`<li>${line}</li>`)}</ul>`,
    locale: ctx.locale,
  });
}

type Words = Readonly<Record<string, readonly [vi: string, en: string]>>;
const places = {
  receiver: ['Nơi tiếp nhận', 'Where it was received'],
  competent: ['Cơ quan giải quyết', 'Who decides'],
} as const satisfies Words;
const works = {
  receive: ['Tiếp nhận', 'Receives'],
  appraise: ['Thẩm tra, dự thảo', 'Appraises and drafts'],
  check: ['Kiểm tra', 'Checks'],
  approve: ['Ký duyệt', 'Approves'],
  issue: ['Vào sổ, phát hành', 'Numbers and issues'],
  return: ['Trả kết quả', 'Hands over'],
} as const satisfies Words;

/** A group of fields that the script shows for what is chosen; without it nothing is chosen. */
const chosen = (of: string, title: string, fields: readonly Html[]): Html =>
  html`<fieldset class="mc-row mc-diagram-of"${attributes({ 'data-of': of, hidden: true })}><legend>${title}</legend>${fields}</fieldset>`;
const bound = (property: string, control: Html): Html =>
  html`<div${attributes({ 'data-field': property })}>${control}</div>`;

function taskFields({ locale }: PageCtx, say: Say, unitExamples: string): Html {
  const choice = (name: string, label: string, options: readonly { value: string; text: string }[]) =>
    bound(`mc:${name}`, select({ name: `_${name}`, label, options, emptyText: ' ', locale }));
  const named = (words: Words) =>
    Object.entries<readonly [string, string]>(words).map(([value, [vi, en]]) => ({
      value,
      text: say(vi, en),
    }));
  return chosen('bpmn:UserTask', say('Bước đang chọn', 'The chosen step'), [
    choice(
      'role',
      say('Ai làm', 'Who'),
      officerRoles.map((value) => ({ value, text: inLocale(roleTitles[value], locale) })),
    ),
    choice('place', say('Ở đâu', 'Where'), named(places)),
    choice('does', say('Làm gì', 'What'), named(works)),
    bound(
      'mc:budget',
      textInput({
        name: '_budget',
        label: say('Trong bao lâu', 'How long'),
        hint: say('4h là 4 giờ, 2wd là 2 ngày làm việc.', '4h is 4 hours, 2wd is 2 working days.'),
        width: 's',
        code: true,
        locale,
      }),
    ),
    bound(
      'mc:unit',
      textInput({
        name: '_unit',
        label: say('Hỏi ý kiến đơn vị', 'Ask a unit'),
        hint: say(
          `Mã đơn vị hoặc loại đơn vị: ${unitExamples}.`,
          `Key or kind of the unit: ${unitExamples}.`,
        ),
        code: true,
        locale,
      }),
    ),
    bound(
      'mc:list',
      textInput({
        name: '_list',
        label: say('Hỏi nhiều đơn vị', 'Ask several units'),
        hint: say(
          'Với việc lặp song song: các mã cách nhau bằng dấu phẩy.',
          'For a parallel multi-instance task: keys with commas between.',
        ),
        code: true,
        locale,
      }),
    ),
  ]);
}

/** What the rest of a plan says: services, interlinked procedures, times of timers. */
function otherFields({ locale }: PageCtx, say: Say): readonly Html[] {
  const line = (property: string, label: string, hint: string, name = property) =>
    bound(`mc:${property}`, textInput({ name: `_${name}`, label, hint, code: true, locale }));
  const timer = (of: string) =>
    chosen(of, say('Mốc hẹn giờ đang chọn', 'The chosen timer'), [
      line(
        'working',
        say('Thời gian làm việc', 'Working time'),
        say(
          '2wd là 2 ngày làm việc. Bỏ trống nếu sơ đồ ghi thời gian lịch, như P12D.',
          '2wd is 2 working days. Empty where the diagram says calendar time, such as P12D.',
        ),
        `working-${of.slice('bpmn:'.length)}`,
      ),
    ]);
  return [
    chosen('bpmn:ServiceTask', say('Việc tự động đang chọn', 'The chosen service'), [
      bound(
        'mc:service',
        select({
          name: '_service',
          label: say('Hệ thống làm gì', 'What the system does'),
          options: [
            { value: 'notify', text: say('Báo tin cho người nộp', 'Tells the person') },
            { value: 'remind', text: say('Nhắc làm gấp', 'Marks as urgent') },
          ],
          emptyText: ' ',
          locale,
        }),
      ),
    ]),
    chosen('bpmn:CallActivity', say('Thủ tục liên thông đang chọn', 'The chosen interlinked procedure'), [
      line('procedure', say('Mã thủ tục', 'Code'), say('Ví dụ: 2.000635', 'Such as: 2.000635')),
      line(
        'papers',
        say('Giấy tờ chuyển kèm', 'Papers that go along'),
        say(
          'Mã giấy tờ, hoặc mã kết quả; sau dấu bằng là tên bên kia. Ví dụ: khai-tu=chung-minh',
          'Their ids or result codes; after = as they are called there. Such as: khai-tu=chung-minh',
        ),
      ),
    ]),
    timer('bpmn:BoundaryEvent'),
    timer('bpmn:IntermediateCatchEvent'),
  ];
}

const flowFields = ({ locale }: PageCtx, say: Say): Html =>
  chosen('bpmn:SequenceFlow', say('Luồng đang chọn', 'The chosen flow'), [
    bound(
      'conditionExpression',
      textInput({
        name: '_condition',
        label: say('Điều kiện (FEEL)', 'Condition (FEEL)'),
        hint: say('Ví dụ: capBanSao = true', 'Such as: capBanSao = true'),
        code: true,
        locale,
      }),
    ),
  ]);

function steps({ locale }: PageCtx, say: Say, nodes: readonly PlanNode[]): Html {
  const tasks = nodes.filter((node) => node.kind === 'task');
  const words = ([vi, en]: readonly [string, string]) => say(vi, en);
  return table({
    id: 'cac-buoc',
    caption: say('Các bước trong sơ đồ', 'Steps of the diagram'),
    columns: [
      { text: say('Bước', 'Step') },
      { text: say('Ai làm', 'Who') },
      { text: say('Ở đâu', 'Where') },
      { text: say('Làm gì', 'What') },
      { text: say('Trong bao lâu', 'How long') },
    ],
    rows: tasks.map((task) => [
      task.name ? inLocale(task.name, locale) : task.id,
      task.role ? inLocale(roleTitles[task.role], locale) : '',
      task.unit ?? task.several?.list ?? (task.place ? words(places[task.place]) : ''),
      task.does ? words(works[task.does]) : '',
      task.budget
        ? task.budget.unit === 'hour'
          ? say(`${task.budget.value} giờ`, `${task.budget.value} h`)
          : say(`${task.budget.value} ngày làm việc`, `${task.budget.value} working days`)
        : '',
    ]),
  });
}
