import { button, buttonGroup, buttonLink, notice, pageHeading } from '#design';
import { type Html, html } from '#platform/html';

export interface CitizenSignInProps {
  readonly say: (vi: string, en: string) => string;
  readonly start: string;
  /** Just signed out; where the session at VNeID can be ended as well. */
  readonly signedOut?: { readonly elsewhere: string | undefined } | undefined;
  /** Hidden fields of the form that goes on without signing in, where that is allowed. */
  readonly without?: Html | undefined;
}

export const citizenSignInTitle = (say: CitizenSignInProps['say']): string =>
  say('Đăng nhập bằng VNeID', 'Sign in with VNeID');

export const citizenSignInView = ({ say, start, signedOut, without }: CitizenSignInProps): Html =>
  html`${
    signedOut &&
    notice({
      kind: 'success',
      content: html`<p>${say('Bạn đã đăng xuất khỏi Một Cửa.', 'You have signed out of Một Cửa.')}</p>${
        signedOut.elsewhere &&
        html`<p>${say('Máy này dùng chung?', 'Is this a shared computer?')} <a href="${signedOut.elsewhere}">${say('Đăng xuất cả VNeID', 'Sign out of VNeID too')}</a></p>`
      }`,
    })
  }
${pageHeading({ title: citizenSignInTitle(say) })}
<p>${say(
    'Bạn sẽ sang trang của VNeID rồi quay lại đây. Chúng tôi chỉ nhận họ tên, ngày sinh và số định danh, để bạn khỏi điền lại.',
    'You will go to VNeID and come back here. We receive only your name, birth date and personal number, so that you need not type them.',
  )}</p>
${buttonGroup([buttonLink({ href: start, text: say('Đăng nhập bằng VNeID', 'Sign in with VNeID'), kind: 'primary' })])}
<p>${say(
    'Không có mật khẩu nào phải nhớ ở đây. VNeID cho bạn chọn cách xác nhận; quét khuôn mặt không phải cách duy nhất.',
    'There is no password to remember here. VNeID lets you choose how to confirm; your face is never the only way.',
  )}</p>
${
  without &&
  html`<form method="post" action="/dang-nhap/chua-xac-minh">${without}<h2>${say('Chưa đăng nhập được?', 'Cannot sign in now?')}</h2><p>${say(
    'Bạn vẫn điền được hồ sơ và xác minh sau. Bản nháp nằm trên trình duyệt này cho đến khi bạn đăng nhập.',
    'You can fill in the form and prove who you are later. The draft stays with this browser until you sign in.',
  )}</p>${buttonGroup([button({ text: say('Tiếp tục khi chưa đăng nhập', 'Continue without signing in') })])}</form>`
}
<p><a href="/mot-cua/dang-nhap">${say('Tôi là cán bộ', 'I am an officer')}</a></p>`;
