import { examplesOf } from '../../example.ts';
import { type BreadcrumbProps, breadcrumb } from './breadcrumb.ts';

export const breadcrumbExamples = examplesOf<BreadcrumbProps>('breadcrumb', breadcrumb, {
  'three levels': {
    items: [
      { text: 'Thủ tục', href: '#thu-tuc' },
      { text: 'Hộ tịch', href: '#ho-tich' },
      { text: 'Khai sinh', href: '#khai-sinh' },
    ],
  },
});
