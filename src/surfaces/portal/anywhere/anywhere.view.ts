import {
  anywhereGoal,
  type CountedProcedure,
  type Coverage,
  type NamedCoverage,
} from '#capabilities/catalogue';
import { button, emptyState, pagination, select, table, tag } from '#design';
import type { Locale } from '#kernel/text';
import { formatDate, isPlainDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { numberInWords, type Say } from '../words/say.ts';

export interface AnywhereProps {
  readonly say: Say;
  readonly locale: Locale;
  readonly place: string;
  readonly day: string;
  readonly all: Coverage;
  readonly byField: readonly NamedCoverage[];
  readonly byUnit: readonly (NamedCoverage & { readonly more: number })[];
  /** Field that is looked at, and the page of its list. */
  readonly field: string;
  readonly page: number;
  readonly size: number;
  readonly found: readonly CountedProcedure[];
}

/** `96,8 %`, `96.8%` */
export const percent = (say: Say, value: number | undefined): string =>
  value === undefined ? '' : say(`${String(value).replace('.', ',')}\u00a0%`, `${value}%`);

/** The published list of what any centre receives, with how much of all that is. */
export function anywhereView(props: AnywhereProps): Html {
  const { say, place, day, all } = props;
  const today = isPlainDate(day) ? formatDate(day) : day;
  return html`<h1>${say('Nộp hồ sơ ở bất kỳ trung tâm nào', 'File at any centre')}</h1><p>${say(
    'Thủ tục trong danh mục này nhận ở mọi trung tâm của tỉnh, bạn ở đâu cũng được. Cơ quan có thẩm quyền vẫn là nơi giải quyết.',
    'Every centre of the province receives the procedures of this list. The competent authority still decides.',
  )}</p>${goal(props)}<p class="mc-quiet mc-small">${say(
    `Tính đến ${today}: thủ tục cấp tỉnh và cấp xã đang áp dụng ở ${place}.`,
    `As of ${today}: procedures of province and communes in force in ${place}.`,
  )}</p>${all.of > 0 && html`${list(props)}${byUnit(props)}${byField(props)}`}<h2>${say('Tải danh mục', 'Download')}</h2><ul><li><a href="/nop-moi-noi.csv">CSV</a> ${say('(mở bằng bảng tính)', '(for spreadsheets)')}</li><li><a href="/nop-moi-noi.json">JSON</a> ${say('(cho phần mềm)', '(for software)')}</li></ul>`;
}

function goal({ say, all }: AnywhereProps): Html {
  const share = percent(say, all.percent);
  return html`<section class="mc-card"><h2>${say(
    `${numberInWords(all.listed)} trên ${numberInWords(all.of)} thủ tục, đạt ${share}`,
    `${numberInWords(all.listed)} of ${numberInWords(all.of)} procedures: ${share}`,
  )}</h2><p><meter${attributes({ min: '0', max: '100', value: String(all.percent ?? 0), 'aria-label': say('Tỷ lệ đã đạt', 'Share reached') })}>${share}</meter></p><p>${say(
    `Mục tiêu ${anywhereGoal} %; còn ${numberInWords(all.of - all.listed)} thủ tục.`,
    `The goal is ${anywhereGoal}%; ${numberInWords(all.of - all.listed)} procedures remain.`,
  )}</p></section>`;
}

function list({ say, locale, byField: fields, field, page, size, found }: AnywhereProps): Html {
  const from = (page - 1) * size;
  const shown = found.slice(from, from + size);
  const last = Math.max(1, Math.ceil(found.length / size));
  const near = [...new Set([1, page - 1, page, page + 1, last])]
    .filter((n) => n >= 1 && n <= last)
    .sort((a, b) => a - b);
  const href = (n: number) =>
    `/nop-moi-noi?${new URLSearchParams({ ...(field ? { 'linh-vuc': field } : {}), trang: String(n) })}#danh-muc`;
  return html`<h2 id="danh-muc">${say('Danh mục', 'The list')}</h2><form action="/nop-moi-noi" class="mc-stack">${select(
    {
      name: 'linh-vuc',
      label: say('Lĩnh vực', 'Field'),
      options: fields
        .filter(({ listed }) => listed > 0)
        .map(({ name, listed }) => ({ value: name, text: `${name} (${listed})` })),
      value: field,
      emptyText: say('Tất cả', 'All'),
      locale,
    },
  )}${button({ text: say('Lọc', 'Apply') })}</form>${
    found.length === 0
      ? emptyState({
          title: say('Chưa có thủ tục nào trong danh mục', 'Nothing on the list yet'),
          text: say('Hãy chọn lĩnh vực khác.', 'Choose another field.'),
        })
      : html`<ul class="mc-files">${shown.map(
          (each) =>
            html`<li><span><a href="/thu-tuc/${each.code}">${each.name}</a><br><span class="mc-quiet mc-small"><span class="mc-code">${each.code}</span> · ${each.field}</span></span></li>`,
        )}</ul>${
          last > 1 &&
          pagination({
            locale,
            summary: say(
              `Thủ tục ${from + 1}–${from + shown.length} trên ${numberInWords(found.length)}`,
              `${from + 1}–${from + shown.length} of ${numberInWords(found.length)}`,
            ),
            ...(page > 1 ? { previous: href(page - 1) } : {}),
            ...(page < last ? { next: href(page + 1) } : {}),
            pages: near.flatMap((n, index) => [
              ...(index > 0 && n - (near[index - 1] ?? 0) > 1 ? [null] : []),
              { number: n, href: href(n), current: n === page },
            ]),
          })
        }`
  }`;
}

const columns = (say: Say, first: string) => [
  { text: first },
  { text: say('Trong danh mục', 'On the list'), numeric: true },
  { text: say('Tất cả', 'All'), numeric: true },
  { text: say('Tỷ lệ', 'Share'), numeric: true },
];
const figures = (say: Say, each: Coverage) => [
  numberInWords(each.listed),
  numberInWords(each.of),
  each.percent === anywhereGoal
    ? tag({ text: percent(say, each.percent), tone: 'jade', icon: 'check' })
    : percent(say, each.percent),
];

const byUnit = ({ say, byUnit: units }: AnywhereProps): Html =>
  table({
    id: 'theo-co-quan',
    caption: say('Theo cơ quan giải quyết', 'By the authority that decides'),
    rowHeaders: true,
    columns: columns(say, say('Cơ quan', 'Authority')),
    rows: units.map((each) => [
      each.more === 0
        ? each.name
        : say(`${each.name} và ${each.more} nơi khác`, `${each.name} and ${each.more} more`),
      ...figures(say, each),
    ]),
  });

const byField = ({ say, byField: fields }: AnywhereProps): Html =>
  table({
    id: 'theo-linh-vuc',
    caption: say('Theo lĩnh vực', 'By field'),
    rowHeaders: true,
    columns: columns(say, say('Lĩnh vực', 'Field')),
    rows: fields.map((each) => [each.name, ...figures(say, each)]),
  });
