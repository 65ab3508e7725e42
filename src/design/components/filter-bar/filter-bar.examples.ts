import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { select } from '../select/select.ts';
import { type FilterBarProps, filterBar } from './filter-bar.ts';

export const filterBarExamples = examplesOf<FilterBarProps>('filter-bar', filterBar, {
  'two filters': {
    label: 'Lọc hồ sơ',
    action: '/mot-cua',
    fields: [
      select({
        name: 'linh-vuc',
        label: 'Lĩnh vực',
        emptyText: 'Tất cả',
        value: 'ho-tich',
        options: [{ value: 'ho-tich', text: 'Hộ tịch' }],
      }),
      select({
        name: 'buoc',
        label: 'Bước',
        emptyText: 'Tất cả',
        options: [{ value: 'tham-dinh', text: 'Thẩm định' }],
      }),
    ],
    buttonText: 'Lọc',
    applied: [{ text: 'Hộ tịch', removeHref: '#bo-loc' }],
    extra: html`<a href="#luu-loc">Lưu bộ lọc này</a>`,
  },
});
