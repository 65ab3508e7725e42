import type { Duty, DutyCounts, DutyKind, DutyState } from '#capabilities/catalogue';
import { buttonLink, emptyState, filterBar, select, table, tag, textInput } from '#design';
import { inLocale, type LocalText } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { number, type Say, sayIn } from '../core/say.ts';
import { dutiesHome, dutyHref } from './addresses.ts';
import { dutyKindWords, dutyStateWords, frequencyWords, isFrequency } from './words.ts';

export interface DutiesView {
  readonly list: readonly Duty[];
  readonly counts: DutyCounts;
  readonly kind: DutyKind | undefined;
  readonly state: DutyState | undefined;
  readonly procedure: string | undefined;
}

export function dutiesView(ctx: PageCtx, view: DutiesView): Html {
  const say = sayIn(ctx.locale);
  const { locale } = ctx;
  const options = (words: Readonly<Record<string, LocalText>>) =>
    Object.entries(words).map(([value, text]) => ({ value, text: inLocale(text, locale) }));
  return html`<p>${buttonLink({ text: say('Thêm điều kiện', 'Add a condition'), href: `${dutiesHome}/them?loai=condition`, kind: 'primary' })} ${buttonLink(
    { text: say('Thêm báo cáo', 'Add a report'), href: `${dutiesHome}/them?loai=report` },
  )}</p>${sums(say, view.counts)}${filterBar({
    label: say('Lọc', 'Filter'),
    action: dutiesHome,
    buttonText: say('Lọc', 'Filter'),
    fields: html`${select({ name: 'loai', label: say('Loại', 'Kind'), options: options(dutyKindWords), value: view.kind, emptyText: say('Cả hai', 'Both'), locale })}${select(
      {
        name: 'trang-thai',
        label: say('Tình trạng', 'State'),
        options: options(dutyStateWords),
        value: view.state,
        emptyText: say('Tất cả', 'All'),
        locale,
      },
    )}${textInput({ name: 'thu-tuc', label: say('Mã thủ tục', 'Procedure'), value: view.procedure, code: true, width: 'm', required: false, optionalText: '', locale })}`,
    locale,
  })}${view.list.length === 0 ? emptyState({ title: say('Không có mục nào', 'Nothing here') }) : rows(ctx, say, view.list)}`;
}

const sums = (say: Say, counts: DutyCounts): Html =>
  table({
    id: 'tong',
    caption: say('Đang có', 'Held'),
    captionHidden: true,
    rowHeaders: true,
    columns: [
      { text: say('Loại', 'Kind') },
      { text: say('Đang áp dụng', 'In force'), numeric: true },
      { text: say('Đề xuất cắt', 'Proposed to cut'), numeric: true },
      { text: say('Đã cắt', 'Cut'), numeric: true },
    ],
    rows: (['condition', 'report'] as const).map((kind) => [
      say(dutyKindWords[kind].vi, dutyKindWords[kind].en ?? ''),
      number(counts[kind]['in-force']),
      number(counts[kind].proposed),
      number(counts[kind].cut),
    ]),
  });

const rows = (ctx: PageCtx, say: Say, list: readonly Duty[]): Html =>
  table({
    id: 'muc',
    caption: say(`${number(list.length)} mục`, `${number(list.length)} entries`),
    columns: [
      { text: say('Nội dung', 'What') },
      { text: say('Loại', 'Kind') },
      { text: say('Ai phải làm', 'Who') },
      { text: say('Bao lâu một lần', 'How often') },
      { text: say('Căn cứ', 'Ground') },
      { text: say('Thủ tục', 'Procedures') },
      { text: say('Tình trạng', 'State') },
    ],
    rows: list.map((duty) => [
      html`<a${attributes({ href: dutyHref(duty.id) })}>${duty.name}</a><br><span class="mc-quiet">${duty.field}</span>`,
      inLocale(dutyKindWords[duty.kind], ctx.locale),
      duty.who,
      isFrequency(duty.frequency) ? inLocale(frequencyWords[duty.frequency], ctx.locale) : '',
      duty.ground,
      duty.procedures.join(', '),
      tag({
        text: inLocale(dutyStateWords[duty.state], ctx.locale),
        tone: dutyStateWords[duty.state].tone,
        icon: 'dot',
      }),
    ]),
  });
