import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type CitizenFrameProps, citizenFrame } from './page-frame-citizen.ts';

const main = html`<h1>Bạn cần làm thủ tục gì?</h1>`;
const common = {
  placeName: 'Tỉnh An Giang',
  help: { href: '/tro-giup' },
  main,
  preferences: [
    { text: 'Chữ lớn', to: { href: '?chu-lon=1' }, icon: 'letters' },
    { text: 'English', to: { href: '?lang=en' }, lang: 'en' },
  ],
  footerLinks: [{ text: 'Quyền riêng tư', href: '/quyen-rieng-tu' }],
  contact: 'Gọi 1022, hoặc tới bất kỳ trung tâm nào trong tỉnh.',
} satisfies CitizenFrameProps;

export const citizenFrameExamples = examplesOf<CitizenFrameProps>(
  'page-frame-citizen',
  citizenFrame,
  {
    guest: { ...common, session: { kind: 'guest', signIn: { href: '/dang-nhap' } } },
    person: {
      ...common,
      session: {
        kind: 'person',
        name: 'Nguyễn Thị Lan',
        href: '/cua-toi',
        signOut: { action: '/dang-xuat', hidden: html`<input type="hidden" name="_csrf" value="x">` },
      },
    },
    filling: {
      ...common,
      session: { kind: 'filling', text: 'Lưu và thoát', leave: { href: '/cua-toi' } },
    },
  },
  { wholePage: true },
);
