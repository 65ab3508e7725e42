import { button, buttonGroup, buttonLink, errorSummary, notice, pageHeading, textInput } from '#design';
import type { Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';

type Say = (vi: string, en: string) => string;

export const officerSignInTitle = (say: Say): string => say('Cán bộ đăng nhập', 'Officers sign in');

export const officerSignInView = (props: {
  readonly say: Say;
  /** Whose account, in the language of the page. */
  readonly own: string;
  readonly start: string;
  readonly emergency: string;
  readonly signedOut?: { readonly elsewhere: string | undefined } | undefined;
}): Html => {
  const { say, own, start, emergency, signedOut } = props;
  return html`${
    signedOut &&
    notice({
      kind: 'success',
      content: html`<p>${say('Bạn đã đăng xuất.', 'You have signed out.')}</p>${
        signedOut.elsewhere &&
        html`<p><a href="${signedOut.elsewhere}">${say(`Đăng xuất cả tài khoản ${own}`, `Sign out of ${own} account too`)}</a></p>`
      }`,
    })
  }
${pageHeading({ title: officerSignInTitle(say) })}
<p>${say(
    `Dùng tài khoản cán bộ ${own}. Bạn cần điện thoại bên mình để nhập mã xác nhận.`,
    `Use ${own} account for officers. Keep your phone at hand for the second factor.`,
  )}</p>
${buttonGroup([buttonLink({ href: start, text: say(`Đăng nhập bằng tài khoản ${own}`, `Sign in with ${own} account`), kind: 'primary' })])}
<p><a href="/dang-nhap">${say('Tôi là người dân', 'I am a citizen')}</a> · <a href="${emergency}">${say('Tài khoản khẩn cấp', 'Emergency account')}</a></p>`;
};

export const emergencyTitle = (say: Say): string => say('Tài khoản khẩn cấp', 'Emergency account');

export const emergencyView = (props: {
  readonly say: Say;
  readonly locale: Locale;
  readonly csrf: string;
  readonly email: string;
  readonly refused: boolean;
}): Html => {
  const { say, locale, csrf, email, refused } = props;
  const error = say(
    'Địa chỉ, mật khẩu hoặc mã chưa đúng. Hãy nhập lại cả ba; mỗi mã chỉ dùng một lần.',
    'The address, the password or the code is not right. Enter all three again; a code works once.',
  );
  return html`${refused && errorSummary({ locale, errors: [{ text: error, target: 'email' }] })}
${pageHeading({ title: emergencyTitle(say) })}
${notice({
  kind: 'warning',
  locale,
  content: say(
    'Chỉ dùng khi dịch vụ đăng nhập của cán bộ bị hỏng. Mỗi lần dùng đều được ghi lại và báo cho người phụ trách.',
    'Only for when the officers’ sign-in is broken. Every use is recorded and reported.',
  ),
})}
<form method="post" action="/mot-cua/dang-nhap/khan-cap">
<input type="hidden" name="_csrf" value="${csrf}">
${textInput({ name: 'email', type: 'email', label: say('Địa chỉ thư', 'E-mail address'), value: email, autocomplete: 'username', spellcheck: false, locale, ...(refused ? { error } : {}) })}
${textInput({ name: 'mat-khau', type: 'password', label: say('Mật khẩu', 'Password'), autocomplete: 'current-password', locale })}
${textInput({ name: 'ma', label: say('Mã 6 chữ số', 'Code of 6 digits'), inputMode: 'numeric', autocomplete: 'one-time-code', width: 'm', maxLength: 7, locale })}
${buttonGroup([button({ text: say('Đăng nhập', 'Sign in'), kind: 'primary' })])}
</form>`;
};
