import {
  type MassChange,
  type MassChangeHead,
  type MassPreview,
  mostInOneChange,
} from '#capabilities/catalogue';
import {
  button,
  buttonLink,
  card,
  details,
  emptyState,
  notice,
  select,
  table,
  tag,
  textarea,
  textInput,
} from '#design';
import { inLocale, type LocalText } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { differencesTable } from '../core/differences.ts';
import { postForm } from '../core/form.ts';
import { number, type Say, sayIn } from '../core/say.ts';
import { massHome, massHref, newMass } from './addresses.ts';
import type { MassFields } from './read.ts';
import {
  changeInWords,
  channelWords,
  isMassKind,
  levelWords,
  type MassKind,
  massKinds,
  onlineWords,
  unitWords,
  useWords,
} from './words.ts';

export const massListView = (ctx: PageCtx, changes: readonly MassChangeHead[]): Html => {
  const say = sayIn(ctx.locale);
  return html`<p>${buttonLink({ text: say('Sửa nhiều thủ tục', 'Change many procedures'), href: newMass, kind: 'primary', key: 'N' })}</p>${
    changes.length === 0
      ? emptyState({
          title: say('Chưa có lần sửa hàng loạt nào', 'Nothing was changed at once yet'),
          text: say(
            'Một điều sửa trong nhiều thủ tục: bạn xem trước từng chỗ, rồi mới tạo bản soạn.',
            'One thing changed in many procedures: you see every place before drafts are made.',
          ),
        })
      : table({
          id: 'lan-sua',
          caption: say('Các lần sửa hàng loạt', 'Changes of many procedures'),
          columns: [
            { text: say('Lý do', 'Reason') },
            { text: say('Sửa gì', 'What') },
            { text: say('Thủ tục', 'Procedures'), numeric: true },
            { text: say('Chờ duyệt', 'To approve'), numeric: true },
            { text: say('Đã công bố', 'Published'), numeric: true },
            { text: say('Lúc', 'When') },
          ],
          rows: changes.map((each) => [
            html`<a${attributes({ href: massHref(each.id) })}>${each.reason}</a>`,
            changeInWords(each.change, say),
            number(each.procedures),
            number(each.in_review),
            number(each.published),
            formatDateTime(each.made_at),
          ]),
        })
  }`;
};

const options = (words: Readonly<Record<string, LocalText>>, ctx: PageCtx) =>
  Object.entries(words).map(([value, text]) => ({ value, text: inLocale(text, ctx.locale) }));

export interface NewMassView {
  readonly fields: MassFields;
  readonly procedureFields: readonly { readonly field: string; readonly procedures: number }[];
  /** Templates of papers that there are. */
  readonly templates: readonly string[];
  readonly change: MassChange | undefined;
  readonly preview: MassPreview | undefined;
}

/** First what is changed, then from what to what and where; then what it would do. */
export function newMassView(ctx: PageCtx, view: NewMassView): Html {
  const say = sayIn(ctx.locale);
  const { viec } = view.fields;
  if (!isMassKind(viec)) return chooseKind(ctx, say);
  return html`<form class="mc-stack"${attributes({ action: newMass, novalidate: true })}><input type="hidden" name="viec"${attributes({ value: viec })}><input type="hidden" name="xem" value="1">${card(
    { title: inLocale(massKinds[viec], ctx.locale), content: whatFields(ctx, viec, view) },
  )}${card({ title: say('Ở thủ tục nào?', 'In which procedures?'), content: whereFields(ctx, view) })}${button(
    {
      text: say('Xem trước', 'Preview'),
      ...(view.preview ? {} : { kind: 'primary' as const }),
    },
  )}</form>${view.preview && view.change && previewed(ctx, view, view.preview, view.change)}`;
}

const chooseKind = (ctx: PageCtx, say: Say): Html =>
  html`<p>${say('Chọn điều cần sửa. Mỗi lần sửa một điều.', 'Choose what to change, one thing at a time.')}</p><ul>${Object.entries(
    massKinds,
  ).map(
    ([kind, text]) =>
      html`<li><a${attributes({ href: `${newMass}?viec=${kind}` })}>${inLocale(text, ctx.locale)}</a></li>`,
  )}</ul>`;

function whatFields(ctx: PageCtx, kind: MassKind, { fields, templates }: NewMassView): Html {
  const say = sayIn(ctx.locale);
  const { locale } = ctx;
  const text = (name: keyof MassFields, label: string, width: 'm' | 'full' = 'full', hint?: string) =>
    textInput({ name, label, value: fields[name], width, required: true, locale, ...(hint && { hint }) });
  const pick = (
    name: keyof MassFields,
    label: string,
    words: Readonly<Record<string, LocalText>>,
    all?: string,
  ) =>
    select({
      name,
      label,
      options: options(words, ctx),
      value: fields[name],
      ...(all !== undefined && { emptyText: all }),
      width: 'l',
      locale,
    });
  const channel = pick(
    'kenh',
    say('Cách nộp', 'Channel'),
    channelWords,
    say('Mọi cách nộp', 'Every channel'),
  );
  const ground = text('can-cu', say('Theo văn bản', 'By which instrument'));
  const [from, to] = [say('Từ', 'From'), say('Thành', 'To')];
  switch (kind) {
    case 'fee-amount':
      return html`<div class="mc-grid">${text('tu', say('Mức đang thu (đồng)', 'Amount now (đồng)'), 'm')}${text('den', say('Mức mới (đồng)', 'New amount (đồng)'), 'm')}</div>${ground}`;
    case 'deadline':
      return html`<div class="mc-grid">${text('tu', from, 'm')}${text('den', to, 'm')}${pick('don-vi-tinh', say('Đơn vị', 'Unit'), unitWords)}${channel}</div>${ground}`;
    case 'deadline-cut':
      return html`<div class="mc-grid">${text('phan-tram', say('Giảm bao nhiêu phần trăm?', 'Cut by how many percent?'), 'm')}${channel}</div>${ground}`;
    case 'template': {
      const ids = Object.fromEntries(templates.map((id) => [id, { vi: id }]));
      return html`<div class="mc-grid">${pick('mau', say('Giấy nào?', 'Which paper?'), useWords)}${pick('tu', say('Mẫu đang dùng', 'Template now'), ids)}${pick('den', say('Mẫu mới', 'New template'), ids)}</div>`;
    }
    default:
      return html`${text('tu', from)}${text('den', to)}`;
  }
}

function whereFields(ctx: PageCtx, { fields, procedureFields }: NewMassView): Html {
  const say = sayIn(ctx.locale);
  const { locale } = ctx;
  return html`<div class="mc-grid">${select({
    name: 'linh-vuc',
    label: say('Lĩnh vực', 'Field'),
    options: procedureFields.map(({ field, procedures }) => ({
      value: field,
      text: `${field || say('(chưa ghi)', '(none)')} · ${procedures}`,
    })),
    value: fields['linh-vuc'],
    emptyText: say('Mọi lĩnh vực', 'Every field'),
    locale,
  })}${select({
    name: 'cap',
    label: say('Cấp giải quyết', 'Level'),
    options: options(levelWords, ctx),
    value: fields.cap,
    emptyText: say('Mọi cấp', 'Every level'),
    locale,
  })}${select({
    name: 'muc',
    label: say('Mức trực tuyến', 'Online level'),
    options: options(onlineWords, ctx),
    value: fields.muc,
    emptyText: say('Mọi mức', 'Every level'),
    locale,
  })}</div>${textarea({
    name: 'ma',
    label: say('Chỉ những mã này', 'These codes only'),
    hint: say(
      'Cách nhau bằng dấu cách hoặc xuống dòng. Bỏ trống là không hạn chế.',
      'Separated by spaces or lines. Empty: no limit.',
    ),
    value: fields.ma,
    rows: 2,
    required: false,
    locale,
  })}`;
}

function previewed(ctx: PageCtx, view: NewMassView, preview: MassPreview, change: MassChange): Html {
  const say = sayIn(ctx.locale);
  const { items, untouched, more } = preview;
  const free = items.filter(({ openDraft }) => openDraft === null).length;
  if (items.length === 0)
    return notice({
      kind: 'info',
      title: say('Không thủ tục nào có điều cần sửa này.', 'No procedure has anything to change.'),
      content: say(`Đã xem ${number(untouched)} thủ tục.`, `Looked at ${number(untouched)} procedures.`),
    });
  const hidden = Object.entries(view.fields)
    .filter(([name]) => name !== 'ly-do' && name !== 'xem')
    .map(([name, value]) => html`<input type="hidden"${attributes({ name, value })}>`);
  return html`<h2 id="xem-truoc">${say(`${number(items.length)} thủ tục sẽ đổi`, `${number(items.length)} procedures would change`)}</h2><p>${changeInWords(change, say)}. ${
    untouched > 0 &&
    say(
      `${number(untouched)} thủ tục khác không có điều này.`,
      `${number(untouched)} others have nothing of it.`,
    )
  }</p>${
    more &&
    notice({
      kind: 'warning',
      title: say(
        `Có hơn ${mostInOneChange} thủ tục khớp; hãy chọn hẹp hơn.`,
        `More than ${mostInOneChange} match; narrow the choice.`,
      ),
    })
  }${items.map((item, at) =>
    details({
      summary: `${item.code} · ${item.name} · ${say(`${item.differences.length} chỗ`, `${item.differences.length} places`)}${
        item.openDraft === null ? '' : ` · ${say('đang có bản soạn khác', 'being drafted')}`
      }`,
      open: items.length <= 3,
      content: differencesTable(
        `khac-${at}`,
        say(`Khác phiên bản ${item.version}`, `Against version ${item.version}`),
        item.differences,
        ctx.locale,
      ),
    }),
  )}${
    !more &&
    free > 0 &&
    postForm(
      ctx,
      massHome,
      html`${hidden}${textInput({
        name: 'ly-do',
        label: say('Lý do, số quyết định', 'Reason, number of the decision'),
        value: view.fields['ly-do'],
        required: true,
        locale: ctx.locale,
      })}${button({
        text: say(`Tạo ${free} bản soạn`, `Make ${free} drafts`),
        kind: 'primary',
      })}`,
    )
  }${free === 0 && tag({ text: say('Mọi thủ tục này đang có bản soạn', 'All of them are being drafted'), tone: 'amber' })}`;
}
