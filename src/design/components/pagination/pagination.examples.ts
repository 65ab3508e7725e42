import { examplesOf } from '../../example.ts';
import { type PaginationProps, pagination } from './pagination.ts';

export const paginationExamples = examplesOf<PaginationProps>('pagination', pagination, {
  middle: {
    summary: 'Hồ sơ 21–40 trên 214',
    previous: '#p1',
    next: '#p3',
    pages: [
      { number: 1, href: '#p1' },
      { number: 2, href: '#p2', current: true },
      { number: 3, href: '#p3' },
      null,
      { number: 11, href: '#p11' },
    ],
  },
});
