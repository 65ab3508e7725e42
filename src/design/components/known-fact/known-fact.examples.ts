import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type KnownFactProps, knownFact } from './known-fact.ts';

export const knownFactExamples = examplesOf<KnownFactProps>('known-fact', knownFact, {
  'from a register': {
    source: 'Lấy từ Cơ sở dữ liệu dân cư, 4 phút trước',
    headingLevel: 4,
    content: html`<strong>NGUYỄN THỊ LAN</strong><br>sinh 14/03/1996 · xã Núi Cấm`,
    deny: { text: 'Không đúng người này', to: { href: '#khong-dung' } },
  },
});
