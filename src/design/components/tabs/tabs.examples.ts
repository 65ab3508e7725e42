import { examplesOf } from '../../example.ts';
import { type TabsProps, tabs } from './tabs.ts';

export const tabsExamples = examplesOf<TabsProps>('tabs', tabs, {
  'sides of a file': {
    label: 'Các mặt của hồ sơ',
    items: [
      { text: 'Tờ khai', href: '#to-khai', current: true },
      { text: 'Giấy tờ', href: '#giay-to', count: 3 },
      { text: 'Lịch sử', href: '#lich-su' },
    ],
  },
});
