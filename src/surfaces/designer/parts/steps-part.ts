import { roleTitles } from '#surfaces/shared';
import { choices, roles } from '../core/options.ts';
import { id, name, named, nameOf, none, number, one, showIf, when, words } from './list-fields.ts';
import type { ListPart } from './part.ts';
import { amount, units } from './spans.ts';

const does = choices({
  receive: ['Tiếp nhận', 'Receive'],
  appraise: ['Thẩm định', 'Appraise'],
  check: ['Kiểm tra', 'Check'],
  approve: ['Phê duyệt', 'Approve'],
  issue: ['Vào sổ, phát hành', 'Number and issue'],
  return: ['Trả kết quả', 'Return'],
});
const places = choices({
  receiver: ['Nơi tiếp nhận', 'Where it is received'],
  competent: ['Cơ quan giải quyết', 'Who decides'],
});
export const steps: ListPart = {
  kind: 'list',
  slug: 'quy-trinh',
  title: words('Quy trình', 'Steps'),
  path: 'workflow.steps',
  add: words('Thêm bước', 'Add a step'),
  ask: words('Tên bước', 'Name of the step'),
  named: true,
  fresh: (vi) => ({
    id: '',
    name: { vi },
    place: 'competent',
    role: 'specialist',
    does: 'appraise',
    budget: { value: 1, unit: 'working_day' },
  }),
  columns: [
    { title: words('Bước', 'Step'), text: nameOf },
    { title: words('Việc', 'Does'), text: (item) => named(does(), item['does']) },
    { title: words('Ở đâu', 'Where'), text: (item) => named(places(), item['place']) },
    {
      title: words('Ai làm', 'Who'),
      text: (item) => roleTitles[item['role'] as keyof typeof roleTitles] ?? none,
    },
    { title: words('Thời gian', 'Time'), text: amount('budget.') },
    { title: words('Chỉ khi', 'Only when'), text: when },
  ],
  fields: [
    name,
    one('_viec', 'does', words('Việc', 'Does'), does, true),
    one('_o', 'place', words('Ở đâu', 'Where'), places, true),
    one('_ai', 'role', words('Ai làm', 'Who'), roles, true),
    number('_so', 'budget.value', words('Thời gian', 'Time'), true),
    one(
      '_don-vi',
      'budget.unit',
      words('Đơn vị', 'Unit'),
      () => units().filter(({ value }) => value === 'hour' || value === 'working_day'),
      true,
    ),
    showIf,
    id,
  ],
};
