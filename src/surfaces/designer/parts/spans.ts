import type { LocalText } from '#kernel/text';
import type { Item } from '../core/item.ts';
import { choices } from '../core/options.ts';
import { itemAt } from '../core/paths.ts';
import { named } from './list-fields.ts';

export const units = choices({
  working_day: ['ngày làm việc', 'working days'],
  day: ['ngày', 'days'],
  hour: ['giờ làm việc', 'working hours'],
  month: ['tháng', 'months'],
});
export const amount =
  (path: string) =>
  (item: Item): LocalText => {
    const unit = named(units(), itemAt(item, `${path}unit`));
    const value = String(itemAt(item, `${path}value`));
    return { vi: `${value} ${unit.vi}`, en: `${value} ${unit.en ?? unit.vi}` };
  };
