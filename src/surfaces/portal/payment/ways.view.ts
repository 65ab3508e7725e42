import { bankName, formatPaymentCode, transferWords } from '#capabilities/payments';
import { bigDate, button, buttonLink, card, details, qrFigure, summaryList } from '#design';
import { type Html, html } from '#platform/html';
import { qrSvg } from '#platform/qr';
import type { PaymentPage, ShareOffer } from './page.ts';
import { payPath, picturePath } from './paths.ts';
import { money } from './words.ts';

const online = ({ gateways }: PaymentPage, { account }: ShareOffer): boolean =>
  gateways.length > 0 && account !== undefined;

/** One share: the sum in large type and the one button. A second share of the page has a quiet button. */
export function shareView(
  page: PaymentPage,
  offer: ShareOffer,
  { first, main }: { readonly first: boolean; readonly main: boolean },
): Html {
  const { say, offers, standing } = page;
  const several = offers.length > 1 || standing.checking.length > 0;
  return bigDate({
    state:
      standing.paid > 0
        ? { text: say('Còn phải nộp một phần', 'Partly paid'), tone: 'amber' }
        : { text: say('Chưa nộp', 'Not paid yet'), tone: 'amber' },
    lead: several ? say(`Nộp cho ${offer.payeeName}`, `To ${offer.payeeName}`) : say('Cần nộp', 'To pay'),
    date: money(offer.total),
    ...(first
      ? {
          text: html`<p>${say(
            'Ai có liên kết hoặc mã này đều trả được, không cần đăng nhập.',
            'Whoever has this link or code can pay, without signing in.',
          )}</p>`,
        }
      : {}),
    ...(online(page, offer) ? { action: payForm(page, offer, main) } : {}),
  });
}

/** Hidden fields of what a button to pay means. */
export const meant = (charges: readonly { readonly id: string }[], total: number): Html =>
  html`<input type="hidden" name="khoan" value="${charges.map(({ id }) => id).join(',')}"><input type="hidden" name="so-tien" value="${String(total)}">`;

const payForm = ({ say, bill, csrf, gateways }: PaymentPage, offer: ShareOffer, main: boolean): Html =>
  html`<form method="post" action="${payPath(bill.code, '/tra')}" class="mc-stack">${csrf}${meant(offer.charges, offer.total)}${gateways.map(
    ({ key, name }, nth) =>
      html`${button({
        text: say(`Trả ${money(offer.total)} trực tuyến`, `Pay ${money(offer.total)} online`),
        name: 'cong',
        value: key,
        kind: main && nth === 0 ? 'primary' : 'secondary',
      })}<p class="mc-quiet mc-small">${say(`Qua ${name}, bằng tài khoản hoặc thẻ của bạn.`, `By ${name}, with your account or card.`)}</p>`,
  )}</form>`;

/** Ways to pay besides the button: each folded away but for the only one there is. */
export function otherWaysView(page: PaymentPage): Html {
  const { say, offers } = page;
  const quiet = offers.some((offer) => online(page, offer));
  return card({
    title: quiet ? say('Cách trả khác', 'Other ways to pay') : say('Cách trả', 'Ways to pay'),
    id: 'cach-tra',
    content: [
      offers.map((offer) => transferView(page, offer, !quiet)),
      counterView(page, !quiet && offers.every(({ payload }) => payload === undefined)),
      shareLinkView(page),
    ],
  });
}

function transferView(
  { say, bill, locale, offers }: PaymentPage,
  offer: ShareOffer,
  open: boolean,
): Html | false {
  const { account, payload, total, payee, payeeName } = offer;
  if (!account || payload === undefined) return false;
  const words = transferWords(bill.code);
  const whom = offers.length > 1 ? `: ${payeeName}` : '';
  return details({
    summary: say('Chuyển khoản bằng mã QR ngân hàng', 'Bank transfer by QR code') + whom,
    open,
    content: html`<div class="mc-stack">${qrFigure({
      large: true,
      svg: qrSvg(payload),
      label: say(
        `Mã QR chuyển khoản ${money(total)}, nội dung ${words}`,
        `QR code of a transfer of ${money(total)} with the words ${words}`,
      ),
      caption: html`<p>${say(
        'Quét bằng ứng dụng ngân hàng: tài khoản, số tiền và nội dung tự điền.',
        'Scan it with your banking app: account, amount and words fill themselves in.',
      )}</p><p>${say(
        'Ứng dụng ở ngay máy này? Hãy lưu ảnh mã, rồi mở ảnh trong ứng dụng.',
        'Is the app on this very phone? Save the code as a picture and open it in the app.',
      )}</p><p>${buttonLink({
        text: say('Lưu ảnh mã QR', 'Save the QR code'),
        href: picturePath(bill.code, payee),
        icon: 'download',
      })}</p>`,
    })}${summaryList({
      locale,
      rows: [
        { label: say('Ngân hàng', 'Bank'), value: bankName(account.bin) },
        {
          label: say('Số tài khoản', 'Account'),
          value: html`<span class="mc-code">${account.number}</span>`,
        },
        { label: say('Chủ tài khoản', 'Holder'), value: account.name },
        { label: say('Số tiền', 'Amount'), value: money(total) },
        { label: say('Nội dung', 'Words'), value: html`<strong class="mc-code">${words}</strong>` },
      ],
    })}<p>${say(
      'Giữ nguyên nội dung: đó là cách nhận ra khoản của bạn. Chỉ chuyển một lần.',
      'Keep the words as they are: your payment is known by them. Transfer once only.',
    )}</p><p class="mc-quiet">${say(
      'Hồ sơ ghi đã nộp khi sao kê của ngân hàng về đến cơ quan.',
      'It counts as paid when the bank’s statement reaches the office.',
    )}</p></div>`,
  });
}

const counterView = ({ say, bill }: PaymentPage, open: boolean): Html =>
  details({
    summary: say('Tiền mặt hoặc thẻ tại quầy', 'Cash or card at a counter'),
    open,
    content: html`<div class="mc-stack"><p>${say(
      'Đến bất kỳ quầy Một cửa nào và đọc mã này. Bạn nhận biên lai ngay.',
      'Go to any counter and read this code out. You get a receipt at once.',
    )}</p>${qrFigure({
      large: true,
      svg: qrSvg(transferWords(bill.code)),
      label: say(
        'Mã QR của mã thanh toán, cho máy quét ở quầy',
        'QR code of the payment code, for the scanner',
      ),
      code: formatPaymentCode(bill.code),
      caption: say('Mã thanh toán', 'Payment code'),
    })}</div>`,
  });

const shareLinkView = ({ say, address }: PaymentPage): Html =>
  details({
    summary: say('Nhờ người khác trả', 'Let somebody else pay'),
    content: html`<div class="mc-stack"><p>${say(
      'Gửi liên kết này. Người nhận thấy các khoản và tên viết tắt, không thấy nội dung hồ sơ.',
      'Send this link. It shows the charges and a shortened name, nothing of the dossier itself.',
    )}</p><p><strong class="mc-code">${address}</strong></p></div>`,
  });
