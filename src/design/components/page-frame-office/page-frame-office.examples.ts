import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type OfficeFrameProps, officeFrame } from './page-frame-office.ts';

export const officeFrameExamples = examplesOf<OfficeFrameProps>(
  'page-frame-office',
  officeFrame,
  {
    'my work': {
      placeName: 'Tỉnh An Giang',
      person: {
        name: 'Trần Văn Bình',
        unit: 'Trung tâm xã Núi Cấm',
        href: '/mot-cua/toi',
        signOut: { action: '/mot-cua/dang-xuat', hidden: html`<input type="hidden" name="_csrf" value="x">` },
      },
      rail: [
        {
          title: 'Việc của tôi',
          items: [
            { text: 'Đang xử lý', href: '#1', count: '14', current: true },
            { text: 'Sắp đến hạn', href: '#2', count: '3', tone: 'amber' },
            { text: 'Quá hạn', href: '#3', count: '1', tone: 'red' },
          ],
        },
        { title: 'Quầy', items: [{ text: 'Nhận tại quầy', href: '#4', key: 'N' }] },
      ],
      main: html`<h1>Đang xử lý</h1>`,
      preferences: [{ text: 'Nền tối', to: { href: '?nen=toi' } }],
    },
  },
  { wholePage: true },
);
