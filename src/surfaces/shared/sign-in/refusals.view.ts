import { button, buttonGroup, buttonLink, notice, pageHeading } from '#design';
import { type Html, html } from '#platform/html';

export interface RefusalProps {
  readonly say: (vi: string, en: string) => string;
  readonly code: string;
  /** Where a new attempt begins. */
  readonly retry: string;
  readonly officer: boolean;
  /** Going on with the identity pending: hidden fields of its form. */
  readonly later?: Html | undefined;
}

interface Words {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

/** What a failed sign-in means, and how to go on. */
export function refusalWords({ say, code, officer }: Pick<RefusalProps, 'say' | 'code' | 'officer'>): Words {
  switch (code) {
    case 'identity-provider-unavailable':
      return {
        status: 503,
        title: officer
          ? say('Dịch vụ đăng nhập của cán bộ đang chậm', 'The officers’ sign-in service is slow')
          : say('VNeID đang chậm hoặc tạm ngừng', 'VNeID is slow or down'),
        text: officer
          ? say(
              'Chưa có gì bị mất. Hãy thử lại sau ít phút.',
              'Nothing was lost. Please try again in a few minutes.',
            )
          : say(
              'Chưa có gì bị mất: bản nháp của bạn vẫn còn nguyên. Hãy thử lại sau ít phút.',
              'Nothing was lost: your draft is safe. Please try again in a few minutes.',
            ),
      };
    case 'sign-in-cancelled':
      return {
        status: 200,
        title: say('Bạn chưa đăng nhập', 'You are not signed in'),
        text: say(
          'Bạn đã dừng giữa chừng. Bạn có thể đăng nhập lại lúc nào cũng được.',
          'You turned back. You can sign in again at any time.',
        ),
      };
    case 'second-factor-missing':
      return {
        status: 403,
        title: say('Cần thêm mã xác nhận', 'A second factor is needed'),
        text: say(
          'Cán bộ đăng nhập bằng hai bước. Hãy bật bước thứ hai cho tài khoản của bạn rồi đăng nhập lại.',
          'Officers sign in with two factors. Turn on the second one for your account, then sign in again.',
        ),
      };
    case 'officer-unknown':
      return {
        status: 403,
        title: say('Tài khoản này chưa được giao việc', 'This account has no role here'),
        text: say(
          'Hãy nhờ quản trị của đơn vị bạn thêm tài khoản, rồi đăng nhập lại.',
          'Ask the administrator of your unit to add the account, then sign in again.',
        ),
      };
    case 'identity-conflict':
    case 'claims-unreadable':
      return {
        status: 403,
        title: say('Thông tin từ VNeID chưa khớp', 'The data from VNeID does not match'),
        text: say(
          'Chúng tôi không tự ghép hai người thành một. Hãy gọi số hỗ trợ ở cuối trang, hoặc đến trung tâm gần nhất.',
          'We never merge two people by ourselves. Please call the number at the foot of the page or visit the nearest centre.',
        ),
      };
    default:
      return {
        status: 400,
        title: say('Lần đăng nhập này đã hết hạn', 'This sign-in has expired'),
        text: say(
          'Có thể bạn đã mở ở một trình duyệt khác, hoặc để quá 15 phút. Hãy đăng nhập lại.',
          'It may have been opened in another browser, or left for over 15 minutes. Please sign in again.',
        ),
      };
  }
}

export function refusalView(props: RefusalProps): Html {
  const { say, retry, later, code } = props;
  const words = refusalWords(props);
  const trouble = code === 'identity-provider-unavailable';
  return html`${pageHeading({ title: words.title })}
${notice({ kind: trouble ? 'warning' : 'info', content: words.text })}
${buttonGroup([buttonLink({ href: retry, text: say('Đăng nhập lại', 'Sign in again'), kind: 'primary' })])}
${
  later &&
  html`<form method="post" action="/dang-nhap/chua-xac-minh">${later}<p>${say(
    'Không muốn chờ? Bạn điền tiếp và xác minh sau, khi VNeID chạy lại.',
    'No time to wait? Go on filling in and prove who you are later.',
  )}</p>${buttonGroup([button({ text: say('Tiếp tục, xác minh sau', 'Continue, verify later') })])}</form>`
}`;
}
