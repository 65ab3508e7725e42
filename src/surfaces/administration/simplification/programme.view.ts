import type { DutyState, ProgrammeView, Standing } from '#capabilities/catalogue';
import { button, notice, select, table, tag, textarea, textInput } from '#design';
import type { Refusal } from '#kernel/outcome';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { postForm, textOf } from '../core/form.ts';
import { number, type Say, sayIn } from '../core/say.ts';
import { sentenceFor } from '../sentences.ts';
import { programmeHref, reviewHome, sheetHref } from './addresses.ts';
import { proposalsTable } from './proposals-table.ts';
import { money, percent } from './words.ts';

/** Conditions of business by state, over the whole instance: they belong to lines of business, not to procedures. */
type Conditions = Readonly<Record<DutyState, number>>;

export function programmeView(ctx: PageCtx, view: ProgrammeView, conditions: Conditions): Html {
  const { programme, totals, proposals } = view;
  const say = sayIn(ctx.locale);
  return html`<p>${programme.ground}</p><p class="mc-quiet">${say(
    `${number(programme.procedures.length)} thủ tục, ${number(totals.withSheet)} đã có bảng chi phí.`,
    `${number(programme.procedures.length)} procedures, ${number(totals.withSheet)} with a cost sheet.`,
  )}${
    totals.assumed > 0 &&
    say(
      ` ${number(totals.assumed)} bảng còn là giá trị khởi đầu, chưa ai xem.`,
      ` ${number(totals.assumed)} hold starting values that nobody has looked at.`,
    )
  }</p>${reached(say, view, conditions)}${
    totals.withoutSheet.length > 0 &&
    notice({
      kind: 'warning',
      title: say(
        `${number(totals.withoutSheet.length)} thủ tục chưa tính được vì chưa có bảng chi phí.`,
        `${number(totals.withoutSheet.length)} procedures do not count yet: no cost sheet.`,
      ),
      content: html`<p>${totals.withoutSheet.slice(0, 20).map((code) => html`<a${attributes({ href: sheetHref(code) })}>${code}</a> `)}</p>${postForm(
        ctx,
        `${programmeHref(programme.id)}/bang`,
        button({ text: say('Tạo bảng khởi đầu cho các thủ tục này', 'Make first sheets for them') }),
      )}`,
    })
  }${proposals.length > 0 && proposalsTable(ctx, proposals)}`;
}

/** Cut conditions out of all that were held; tenths of a percent, rounded down. */
const conditionShare = ({ 'in-force': held, proposed, cut }: Conditions, counted: number): number =>
  held + proposed + cut === 0 ? 0 : Math.floor((counted * 1000) / (held + proposed + cut));

function reached(say: Say, { programme, totals }: ProgrammeView, conditions: Conditions): Html {
  const goalTag = (permille: number, goal: number) =>
    goal === 0
      ? ''
      : permille >= goal * 10
        ? tag({ text: say('đạt', 'reached'), tone: 'jade', icon: 'check' })
        : tag({ text: say('chưa đạt', 'not yet'), tone: 'amber' });
  const row = (label: string, base: string, goal: number, shares: readonly [number, number, number]) => [
    label,
    base,
    goal === 0 ? '–' : `${goal} %`,
    html`${percent(shares[0])} ${goalTag(shares[0], goal)}`,
    percent(shares[1]),
    percent(shares[2]),
  ];
  const of = ({ inForce, decided, proposed }: Standing) =>
    [inForce.permille, decided.permille, proposed.permille] as const;
  const { cut, proposed } = conditions;
  return table({
    id: 'muc-tieu',
    caption: say('Mục tiêu và kết quả', 'Goals and results'),
    rowHeaders: true,
    columns: [
      { text: say('Cắt giảm', 'To be cut') },
      { text: say('Lúc bắt đầu, một năm', 'At the beginning, a year'), numeric: true },
      { text: say('Mục tiêu', 'Goal'), numeric: true },
      { text: say('Đã có hiệu lực', 'In force'), numeric: true },
      { text: say('Kể cả đã quyết định', 'With decided'), numeric: true },
      { text: say('Kể cả đề xuất', 'With proposed'), numeric: true },
    ],
    rows: [
      row(
        say('Chi phí tuân thủ', 'Compliance cost'),
        money(totals.cost.base),
        programme.cost_goal,
        of(totals.cost),
      ),
      row(
        say('Thời gian giải quyết', 'Time waited'),
        say(`${number(totals.time.base)} giờ`, `${number(totals.time.base)} hours`),
        programme.time_goal,
        of(totals.time),
      ),
      row(
        say('Điều kiện kinh doanh', 'Business conditions'),
        number(conditions['in-force'] + proposed + cut),
        programme.condition_goal,
        [
          conditionShare(conditions, cut),
          conditionShare(conditions, cut),
          conditionShare(conditions, cut + proposed),
        ],
      ),
    ],
  });
}

export function newProgrammeView(
  ctx: PageCtx,
  fields: readonly { readonly field: string; readonly procedures: number }[],
  refusal: Refusal | undefined,
): Html {
  const say = sayIn(ctx.locale);
  const { locale } = ctx;
  const error = (field: string) => (refusal?.field === field ? { error: sentenceFor(refusal, locale) } : {});
  const value = (name: string) => textOf(ctx.fields, name);
  const goal = (name: string, label: string) =>
    textInput({
      name,
      label,
      value: value(name) || (refusal ? '' : '30'),
      inputMode: 'numeric',
      width: 's',
      suffix: '%',
      required: true,
      locale,
      ...(name === 'chi-phi' && error('goals')),
    });
  return postForm(
    ctx,
    `${reviewHome}/chuong-trinh`,
    html`${textInput({ name: 'ten', label: say('Tên chương trình', 'Name'), value: value('ten'), required: true, locale, ...error('name') })}${textInput(
      {
        name: 'can-cu',
        label: say('Theo văn bản nào', 'By which instrument'),
        hint: say('Như Nghị quyết 66/NQ-CP ngày 26/3/2025.', 'Such as Resolution 66/NQ-CP of 26 March 2025.'),
        value: value('can-cu'),
        required: true,
        locale,
        ...error('ground'),
      },
    )}<div class="mc-grid">${goal('chi-phi', say('Giảm chi phí', 'Cut costs by'))}${goal('thoi-gian', say('Giảm thời gian', 'Cut times by'))}${goal('dieu-kien', say('Giảm điều kiện', 'Cut conditions by'))}</div>${select(
      {
        name: 'linh-vuc',
        label: say('Mọi thủ tục của lĩnh vực', 'All procedures of the field'),
        options: fields
          .filter(({ field }) => field !== '')
          .map(({ field }) => ({ value: field, text: field })),
        value: value('linh-vuc'),
        emptyText: say('Không theo lĩnh vực', 'By codes only'),
        required: false,
        locale,
      },
    )}${textarea({
      name: 'ma',
      label: say('Và những mã này', 'And these codes'),
      value: value('ma'),
      rows: 3,
      required: false,
      locale,
      ...error('codes'),
    })}${button({ text: say('Bắt đầu chương trình', 'Start the programme'), kind: 'primary' })}`,
  );
}
