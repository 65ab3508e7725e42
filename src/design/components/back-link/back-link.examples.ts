import { examplesOf } from '../../example.ts';
import { type BackLinkProps, backLink } from './back-link.ts';

export const backLinkExamples = examplesOf<BackLinkProps>('back-link', backLink, {
  plain: { href: '#truoc' },
  named: { href: '#danh-sach', text: 'Đang xử lý' },
});
