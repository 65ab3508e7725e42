import { button, details, filterBar, select, textInput } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { listHref } from '../core/addresses.ts';
import { savedHref } from '../core/frame.ts';
import { filterFields } from '../core/list-query.ts';
import { lists } from '../words/lists.ts';
import { channelNames, flagNames } from '../words/state.ts';
import type { WorkListView } from './work-list-props.ts';

type View = Pick<
  WorkListView,
  'say' | 'locale' | 'list' | 'query' | 'units' | 'procedures' | 'filters' | 'hidden'
>;

/** Filters of a list, what is in force, and keeping it under a name (one field, one button). */
export function filterPanel(view: View): Html {
  const { say, list, query } = view;
  const fields = filterFields(query);
  const applied = appliedOf(view);
  return filterBar({
    label: say('Lọc danh sách', 'Filter the list'),
    action: listHref(list),
    locale: view.locale,
    fields: fieldsOf(view),
    buttonText: say('Lọc', 'Filter'),
    applied: applied.map(({ name, text }) => {
      const { [name]: _, ...rest } = fields;
      return { text, removeHref: listHref(list, new URLSearchParams(rest).toString()) };
    }),
    extra: [
      applied.length > 0 && keepForm(view, applied.map(({ text }) => text).join(', ')),
      view.filters.length > 0 && keptFilters(view),
    ],
  });
}

function fieldsOf({ say, locale, list, query, units, procedures }: View): Html {
  const all = say('Tất cả', 'All');
  const fields = filterFields(query);
  return html`${
    units.length > 1 &&
    select({
      name: 'don-vi',
      label: say('Đơn vị', 'Unit'),
      options: units,
      value: query.unit,
      emptyText: all,
    })
  }${select({
    name: 'thu-tuc',
    label: say('Thủ tục', 'Procedure'),
    options: procedures,
    value: query.procedure,
    emptyText: all,
  })}${select({
    name: 'kenh',
    label: say('Cách nộp', 'Channel'),
    options: [
      { value: 'truc-tuyen', text: inLocale(channelNames.online, locale) },
      { value: 'truc-tiep', text: inLocale(channelNames.direct, locale) },
      { value: 'buu-chinh', text: inLocale(channelNames.post, locale) },
    ],
    value: fields['kenh'],
    emptyText: all,
  })}${
    list !== 'mine' &&
    select({
      name: 'nguoi',
      label: say('Người xử lý', 'Assigned to'),
      options: [
        { value: 'cua-toi', text: say('Tôi', 'Me') },
        { value: 'chua-giao', text: say('Chưa giao ai', 'Nobody yet') },
      ],
      value: fields['nguoi'],
      emptyText: all,
    })
  }${select({
    name: 'luu-y',
    label: say('Lưu ý', 'Mark'),
    options: Object.entries(flagNames).map(([value, name]) => ({ value, text: inLocale(name, locale) })),
    value: query.flag,
    emptyText: all,
  })}`;
}

/** What is in force, in words, by the name of its field. */
function appliedOf({ locale, query, say, units, procedures }: View) {
  const channel = query.channel && inLocale(channelNames[query.channel], locale);
  const flag = query.flag === undefined ? undefined : flagNames[query.flag];
  const named = (options: View['units'], value: string | undefined) =>
    value === undefined ? undefined : (options.find((option) => option.value === value)?.text ?? value);
  const assignee = { mine: say('Giao cho tôi', 'Mine'), unassigned: say('Chưa giao ai', 'Unassigned') };
  return [
    { name: 'don-vi', text: named(units, query.unit) },
    { name: 'thu-tuc', text: named(procedures, query.procedure) },
    { name: 'kenh', text: channel },
    { name: 'nguoi', text: query.assignee && assignee[query.assignee] },
    { name: 'luu-y', text: flag && inLocale(flag, locale) },
  ].flatMap(({ name, text }) => (text === undefined ? [] : [{ name, text }]));
}

function keepForm({ say, locale, list, query, hidden }: View, name: string): Html {
  const fields = { viec: lists[list].slug, ...filterFields(query) };
  const suggested = `${inLocale(lists[list].name, locale)}: ${name}`.slice(0, 80);
  return details({
    summary: say('Lưu bộ lọc này', 'Keep this filter'),
    content: html`<form method="post" action="/mot-cua/bo-loc">${hidden}${Object.entries(fields).map(
      ([field, value]) => html`<input type="hidden"${attributes({ name: field, value })}>`,
    )}${textInput({ name: 'ten', label: say('Tên bộ lọc', 'Name'), value: suggested, width: 'l', maxLength: 80 })}${button(
      { text: say('Lưu bộ lọc', 'Keep') },
    )}</form>`,
  });
}

function keptFilters({ say, filters, hidden }: View): Html {
  return details({
    summary: say('Bộ lọc đã lưu', 'Saved filters'),
    content: html`<ul>${filters.map(
      ({ id, name, filter }) =>
        html`<li class="mc-row"><a${attributes({ href: savedHref(filter) })}>${name}</a><form method="post"${attributes(
          {
            action: `/mot-cua/bo-loc/${id}/xoa`,
          },
        )}>${hidden}<button type="submit" class="mc-link-button">${say('Xóa', 'Delete')}<span class="mc-hidden"> ${name}</span></button></form></li>`,
    )}</ul>`,
  });
}
