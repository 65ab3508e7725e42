import type { Stage } from '#capabilities/dossiers';
import { emptyState, pageHeading, worklist } from '#design';
import { inLocale, type Locale } from '#kernel/text';
import { formatDate, isPlainDate, localDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { dossierHref } from '../core/addresses.ts';
import type { Say } from '../words/say.ts';
import { stageNames } from '../words/state.ts';
import { officeSearch } from '../work-list/work-list.view.ts';

export interface Found {
  readonly code: string;
  readonly procedure_name: string;
  readonly owner_name: string;
  readonly stage: Stage;
  readonly submitted_at: number;
  readonly due_date: string | null;
  readonly holder: string;
}

export function searchView(view: {
  readonly say: Say;
  readonly locale: Locale;
  readonly typed: string;
  readonly found: readonly Found[];
  readonly most: number;
}): Html {
  const { say, locale, typed, found } = view;
  const due = (date: string | null) =>
    date !== null && isPlainDate(date) ? say(`hẹn ${formatDate(date)}`, `promised ${formatDate(date)}`) : '';
  const count =
    found.length >= view.most
      ? say(`${view.most} hồ sơ mới nhất; hãy gõ thêm chữ`, `the newest ${view.most}; type more`)
      : say(`${found.length} hồ sơ`, `${found.length} dossiers`);
  return html`${pageHeading({
    title: say('Tìm hồ sơ', 'Find a dossier'),
    ...(typed !== '' && { beside: html`<span class="mc-quiet">${count}</span>` }),
  })}${officeSearch(say, typed)}${
    found.length === 0
      ? emptyState({
          title:
            typed === ''
              ? say('Gõ mã, tên hoặc số định danh', 'Type a code, a name or a number')
              : say('Không tìm thấy hồ sơ nào', 'Nothing found'),
          text: say(
            'Không cần gõ dấu. Chỉ thấy hồ sơ của những đơn vị bạn được xem.',
            'Accents are not needed. Only units that you may see are searched.',
          ),
          icon: 'search',
        })
      : worklist({
          id: 'ket-qua',
          caption: say('Hồ sơ tìm thấy', 'Dossiers found'),
          columns: {
            code: say('Mã hồ sơ', 'Code'),
            title: say('Thủ tục, người nộp', 'Procedure, person'),
            deadline: say('Hạn', 'Due'),
            step: say('Trạng thái', 'State'),
            tags: say('Lưu ý', 'Marks'),
          },
          locale,
          rows: found.map((row) => ({
            value: row.code,
            code: row.code,
            href: dossierHref(row.code),
            title: row.procedure_name,
            subtitle: say(
              `${row.owner_name} · nộp ${formatDate(localDate(row.submitted_at))}`,
              `${row.owner_name} · filed ${formatDate(localDate(row.submitted_at))}`,
            ),
            step: inLocale(stageNames[row.stage], locale),
            stepNote: [row.holder, due(row.due_date)].filter(Boolean).join(' · '),
          })),
        })
  }`;
}
