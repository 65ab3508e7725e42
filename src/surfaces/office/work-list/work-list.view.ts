import {
  button,
  buttonLink,
  details,
  emptyState,
  pageHeading,
  pagination,
  searchBox,
  select,
  status,
  worklist,
} from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { dossierHref, listHref } from '../core/addresses.ts';
import { filterFields, queryText } from '../core/list-query.ts';
import { type ListKey, lists } from '../words/lists.ts';
import { number, type Say } from '../words/say.ts';
import { filterPanel } from './filter-panel.view.ts';
import type { WorkListView } from './work-list-props.ts';

export const officeSearch = (say: Say, value = ''): Html =>
  searchBox({
    id: 'tim',
    action: '/mot-cua/tim',
    name: 'q',
    label: say('Tìm hồ sơ', 'Find a dossier'),
    labelHidden: true,
    placeholder: say('Mã, tên, số định danh', 'Code, name, personal number'),
    value,
    key: '/',
    buttonText: say('Tìm', 'Find'),
  });

export function workListView(view: WorkListView): Html {
  const { say, locale, list, rows } = view;
  const shown =
    view.total === undefined
      ? say(`${number(rows.length)} hồ sơ trên trang này`, `${number(rows.length)} on this page`)
      : say(`${number(view.total)} hồ sơ`, `${number(view.total)} dossiers`);
  return html`${pageHeading({
    title: inLocale(lists[list].name, locale),
    beside: html`<span class="mc-quiet">${shown} · ${say('xếp theo rủi ro trễ hạn', 'by risk of being late')}</span>`,
    actions: [
      officeSearch(say),
      view.may.take && takeNext(view),
      buttonLink({ text: say('Xuất CSV', 'Export CSV'), href: view.exportHref, icon: 'download', key: 'E' }),
    ],
  })}${
    view.nothingLeft &&
    status({
      tone: 'amber',
      locale,
      text: say(
        'Không còn hồ sơ nào đến lượt bạn mà chưa có người nhận.',
        'Nothing that waits for your role is free.',
      ),
    })
  }${filterPanel(view)}${rows.length === 0 ? nothing(view) : table(view)}`;
}

const takeNext = ({ say, list, hidden }: WorkListView): Html =>
  html`<form method="post" action="/mot-cua/viec-tiep">${hidden}<input type="hidden" name="viec"${attributes({
    value: lists[list].slug,
  })}>${button({ text: say('Lấy việc tiếp theo', 'Take the next'), kind: 'primary', key: 'L' })}</form>`;

function nothing({ say, list, locale, query }: WorkListView): Html {
  const narrowed = Object.keys(filterFields(query)).length > 0;
  return emptyState({
    title: narrowed
      ? say('Không có hồ sơ nào khớp bộ lọc', 'Nothing matches the filter')
      : say('Không có hồ sơ nào', 'Nothing here'),
    text: narrowed
      ? html`<a${attributes({ href: listHref(list) })}>${say('Bỏ mọi bộ lọc', 'Clear the filters')}</a>`
      : inLocale(lists[list].about, locale),
  });
}

function table(view: WorkListView): Html {
  const { say, locale, list, query, rows, from, may } = view;
  const bulk = may.accept || may.move;
  const first = (query.page - 1) * query.size + 1;
  const last = first + rows.length - 1;
  const whole =
    view.total === undefined ? '' : say(` trên ${number(view.total)}`, ` of ${number(view.total)}`);
  const to = (page: number) => listHref(list, queryText(query, page));
  return html`${worklist({
    id: 'danh-sach',
    caption: inLocale(lists[list].name, locale),
    columns: {
      code: say('Mã hồ sơ', 'Code'),
      title: say('Thủ tục, người nộp', 'Procedure, person'),
      deadline: say('Hạn', 'Due'),
      step: say('Bước', 'Step'),
      tags: say('Lưu ý', 'Marks'),
    },
    ...(bulk && { select: { name: 'ma', form: 'hang-loat' } }),
    locale,
    rows: rows.map(({ row, deadline, marks, place }) => ({
      value: row.code,
      code: row.code,
      href: dossierHref(row.code, from),
      title: row.procedure_name,
      subtitle: [row.owner_name, place].filter(Boolean).join(' · '),
      deadline,
      step: row.step_name || inLocale(lists[row.list as ListKey].name, locale),
      tags: marks,
      current: row.code === view.current,
    })),
  })}${bulk && bulkBar(view)}${
    (query.page > 1 || view.more) &&
    pagination({
      locale,
      summary: say(
        `Hồ sơ ${number(first)}–${number(last)}${whole}`,
        `${number(first)}–${number(last)}${whole}`,
      ),
      ...(query.page > 1 && { previous: to(query.page - 1) }),
      ...(view.more && { next: to(query.page + 1) }),
    })
  }`;
}

/** Ticked rows are sent with this form: accept them, pass them on, or give them to somebody. */
function bulkBar({ say, may, hidden, colleagues, from }: WorkListView): Html {
  return html`<form id="hang-loat" class="mc-filter" method="post" action="/mot-cua/hang-loat">${hidden}<input type="hidden" name="tu"${attributes(
    { value: from },
  )}><div class="mc-buttons">${
    may.accept &&
    button({
      text: say('Tiếp nhận các hồ sơ đã đánh dấu', 'Accept the ticked'),
      name: 'lam',
      value: 'accept',
      key: 'T',
    })
  }${may.move && button({ text: say('Chuyển bước các hồ sơ đã đánh dấu', 'Pass the ticked on'), name: 'lam', value: 'finish-step', key: 'C' })}${
    may.approve &&
    button({
      text: say('Ký duyệt các hồ sơ đã đánh dấu', 'Sign the ticked'),
      name: 'lam',
      value: 'approve-result',
    })
  }${
    may.issue &&
    button({
      text: say('Cấp số, đóng dấu các hồ sơ đã đánh dấu', 'Number and seal the ticked'),
      name: 'lam',
      value: 'issue',
    })
  }</div>${
    may.move &&
    colleagues.length > 0 &&
    details({
      summary: say('Giao các hồ sơ đã đánh dấu', 'Assign the ticked'),
      content: html`${select({
        name: 'nguoi-nhan',
        label: say('Người nhận việc', 'Who gets them'),
        width: 'l',
        options: colleagues.map(({ officer, name, title }) => ({
          value: officer,
          text: title ? `${name} · ${title}` : name,
        })),
      })}${button({ text: say('Giao việc', 'Assign'), name: 'lam', value: 'assign' })}`,
    })
  }</form>`;
}
