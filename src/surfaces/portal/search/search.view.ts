import {
  button,
  details,
  emptyState,
  pagination,
  type SelectOption,
  searchBox,
  select,
  taskList,
} from '#design';
import { type Html, html } from '#platform/html';
import { numberInWords, type Say } from '../words/say.ts';
import { type FilterName, filterNames, type SearchInput, searchAddress } from './filters.ts';

export interface Found {
  readonly code: string;
  readonly name: string;
  readonly note: string;
  readonly online: boolean;
}
export interface SearchProps {
  readonly say: Say;
  readonly locale: 'vi' | 'en';
  readonly input: SearchInput;
  readonly total: number;
  readonly size: number;
  readonly found: readonly Found[];
  readonly options: Readonly<Record<FilterName, readonly SelectOption[]>>;
  /** Words to try in the search. */
  readonly examples: string;
  readonly helpPhone: string;
}

/** Procedures as a list: the name leads on, the state says whether they can be filed here and now. */
export const foundList = (say: Say, found: readonly Found[]): Html =>
  taskList({
    items: found.map((one) => ({
      id: `tt-${one.code.replaceAll('.', '-')}`,
      text: one.name,
      href: `/thu-tuc/${one.code}`,
      hint: one.note,
      status: one.online
        ? { text: say('Nộp trực tuyến', 'Online'), tone: 'jade', icon: 'check' }
        : { text: say('Nộp tại quầy', 'At the counter') },
    })),
  });

export function searchView(props: SearchProps): Html {
  const { say, input, total, found } = props;
  return html`<h1>${
    input.q
      ? say(`Kết quả tìm “${input.q}”`, `Results for “${input.q}”`)
      : say('Danh sách thủ tục', 'All procedures')
  }</h1>${searchBox({
    id: 'q',
    action: '/thu-tuc',
    name: 'q',
    label: say('Tìm thủ tục', 'Search procedures'),
    labelHidden: true,
    value: input.q,
    buttonText: say('Tìm', 'Search'),
    buttonKind: 'primary',
    hidden: filterNames.map(
      (name) => input[name] && html`<input type="hidden" name="${name}" value="${input[name]}">`,
    ),
  })}${filterForm(props)}${
    total === 0
      ? nothing(props)
      : html`<p role="status">${say(
          `Có ${numberInWords(total)} thủ tục.`,
          `${numberInWords(total)} procedure${total === 1 ? '' : 's'}.`,
        )}</p>${foundList(say, found)}${pages(props)}`
  }`;
}

function filterForm({ say, locale, input, options }: SearchProps): Html {
  const labels: Record<FilterName, string> = {
    'linh-vuc': say('Lĩnh vực', 'Field'),
    cap: say('Cấp giải quyết', 'Level'),
    'doi-tuong': say('Ai được làm', 'Who it is for'),
    'co-quan': say('Bộ quản lý', 'Ministry'),
    'su-kien': say('Việc thường gặp', 'Everyday event'),
    'thiet-yeu': say('Dịch vụ thiết yếu', 'Essential services'),
  };
  const applied = filterNames.filter((name) => input[name] !== '');
  const textOf = (name: FilterName) =>
    options[name].find((option) => option.value === input[name])?.text ?? input[name];
  return html`${details({
    summary:
      applied.length > 0
        ? say(`Lọc (${applied.length})`, `Filters (${applied.length})`)
        : say('Lọc kết quả', 'Filter'),
    content: html`<form action="/thu-tuc" class="mc-stack">${
      input.q && html`<input type="hidden" name="q" value="${input.q}">`
    }${filterNames
      .filter((name) => options[name].length > 0)
      .map((name) =>
        select({
          name,
          label: labels[name],
          options: options[name],
          value: input[name],
          emptyText: say('Tất cả', 'All'),
          locale,
        }),
      )}${button({ text: say('Lọc', 'Apply') })}</form>`,
  })}${
    applied.length > 0 &&
    html`<ul class="mc-row" aria-label="${say('Đang lọc', 'Filters in force')}">${applied.map(
      (name) =>
        html`<li><a href="${searchAddress(input, { [name]: '', trang: 1 })}">${say(`Bỏ lọc: ${textOf(name)}`, `Remove: ${textOf(name)}`)}</a></li>`,
    )}</ul>`
  }`;
}

function nothing({ say, input, examples, helpPhone }: SearchProps): Html {
  const filtered = filterNames.some((name) => input[name] !== '');
  return emptyState({
    title: say('Chưa tìm thấy thủ tục nào', 'Nothing found'),
    icon: 'search',
    text: html`<p>${
      filtered
        ? say('Thử bỏ bớt bộ lọc.', 'Try with fewer filters.')
        : say(
            `Thử ít chữ hơn, hoặc gõ việc bạn cần, ví dụ: ${examples}.`,
            'Try fewer words, or say what happened.',
          )
    }</p><p>${say('Vẫn chưa thấy? Gọi', 'Still nothing? Call')} <a href="tel:${helpPhone.replaceAll(' ', '')}">${helpPhone}</a> ${say('hoặc hỏi ở', 'or ask')} <a href="/trung-tam">${say('nơi nhận hồ sơ', 'where dossiers are received')}</a>.</p>`,
    action: html`<p><a href="${filtered ? searchAddress({ q: input.q }) : '/thu-tuc'}">${
      filtered ? say('Bỏ hết bộ lọc', 'Clear all filters') : say('Xem tất cả thủ tục', 'See all procedures')
    }</a></p>`,
  });
}

function pages({ say, locale, input, total, size }: SearchProps): Html | false {
  const last = Math.ceil(total / size);
  if (last <= 1) return false;
  const now = Math.min(input.trang, last);
  const href = (trang: number) => searchAddress(input, { trang });
  const near = [...new Set([1, now - 1, now, now + 1, last])]
    .filter((page) => page >= 1 && page <= last)
    .sort((a, b) => a - b);
  const from = (now - 1) * size + 1;
  return pagination({
    locale,
    summary: say(
      `Thủ tục ${numberInWords(from)}–${numberInWords(Math.min(total, from + size - 1))} trên ${numberInWords(total)}`,
      `${numberInWords(from)}–${numberInWords(Math.min(total, from + size - 1))} of ${numberInWords(total)}`,
    ),
    ...(now > 1 ? { previous: href(now - 1) } : {}),
    ...(now < last ? { next: href(now + 1) } : {}),
    pages: near.flatMap((page, index) => [
      ...(index > 0 && page - (near[index - 1] ?? 0) > 1 ? [null] : []),
      { number: page, href: href(page), current: page === now },
    ]),
  });
}
