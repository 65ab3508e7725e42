import type { BilledSession } from '#capabilities/payments';
import { bigDate, button, buttonGroup, buttonLink, notice } from '#design';
import { formatTime } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { Say } from '../words/say.ts';
import { moment } from '../words/times.ts';
import type { PaymentPage } from './page.ts';
import { againSeconds, payPath } from './paths.ts';
import { meant } from './ways.view.ts';
import { money } from './words.ts';

/** Where the page of a gateway opens from ours; nothing but a web address leads anywhere. */
export const isWebAddress = (address: string | null): address is string =>
  address !== null && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

export const openPath = (code: string, { reference }: Pick<BilledSession, 'reference'>): string =>
  payPath(code, `/sang/${reference}`);

function meaning(say: Say, session: BilledSession, now: number): readonly string[] {
  const known = isWebAddress(session.payAt);
  return [
    known
      ? say(
          'Chúng tôi đang hỏi cổng thanh toán xem tiền đã đến chưa. Không ai bị thu hai lần.',
          'We are asking the payment platform whether the money has come. Nobody is charged twice.',
        )
      : say(
          'Cổng thanh toán chưa trả lời. Chúng tôi hỏi lại ngay; bạn chưa bị thu tiền ở đây.',
          'The payment platform has not answered. We ask again at once; nothing was taken here.',
        ),
    now < session.until
      ? say(
          `Nếu bạn chưa trả, lần này tự đóng lúc ${formatTime(session.until)}. Sau đó bạn trả lại được.`,
          `If you have not paid, this attempt closes by itself at ${formatTime(session.until)}. Then you can pay again.`,
        )
      : say(
          'Cổng chưa cho biết kết quả. Chúng tôi vẫn hỏi mỗi phút; lâu hơn một giờ thì có người xem.',
          'The platform has not told the end. We go on asking every minute; after an hour a person looks.',
        ),
  ];
}

const act = ({ csrf, bill }: PaymentPage, rest: string, text: string): Html =>
  html`<form method="post" action="${payPath(bill.code, rest)}">${csrf}${button({ text })}</form>`;

/** The same order once more: what the gateway did not answer to, it may answer now, and it stays one order. */
const openAgain = ({ say, csrf, bill }: PaymentPage, session: BilledSession): Html =>
  html`<form method="post" action="${payPath(bill.code, '/tra')}">${csrf}${meant(
    bill.charges.filter((charge) => charge.session === session.id),
    session.amount,
  )}${button({
    text: say('Thử mở lại trang của cổng', 'Try the platform’s page again'),
    name: 'cong',
    value: session.gateway,
    kind: 'primary',
  })}</form>`;

/** A payment of which the end is not known: a state that people see, in which nothing can be paid twice. */
export function checkingView(page: PaymentPage, session: BilledSession): Html {
  const { say, now, bill, left, cancelling, locale } = page;
  const open = isWebAddress(session.payAt);
  return html`${cancelling && open && notCancelled(page, session)}${bigDate({
    state: { text: say('Đang kiểm tra', 'Being checked'), tone: 'blue', icon: 'clock' },
    lead: say('Khoản đang trả trực tuyến', 'Being paid online'),
    date: money(session.amount),
    text: html`${meaning(say, session, now).map((line) => html`<p>${line}</p>`)}${
      left > 0 &&
      html`<p>${say(
        `Trang tự tải lại sau ${againSeconds} giây.`,
        `This page loads itself again after ${againSeconds} seconds.`,
      )} <a href="${payPath(bill.code)}">${say('Dừng tự tải lại', 'Stop loading again')}</a></p>`
    }`,
    action: buttonGroup([
      ...(open
        ? [
            buttonLink({
              text: say('Tiếp tục trả', 'Go on paying'),
              href: openPath(bill.code, session),
              kind: 'primary',
            }),
          ]
        : [openAgain(page, session)]),
      act(page, '/kiem-tra', say('Kiểm tra lại', 'Check again')),
      act(page, '/huy', say('Hủy lần trả này', 'Cancel this attempt')),
    ]),
  })}${
    !open &&
    notice({
      kind: 'info',
      content: html`<p>${say(
        'Thường trong một phút là bạn trả được bằng chuyển khoản hoặc tại quầy. Hồ sơ không mất lượt.',
        'Usually within a minute you can pay by transfer or at a counter. Your dossier keeps its place.',
      )}</p>`,
      locale,
    })
  }`;
}

/** What the platform has open only the payer can close there; we say so rather than promise. */
const notCancelled = ({ say, bill, locale }: PaymentPage, session: BilledSession): Html =>
  notice({
    kind: 'warning',
    title: say('Trang của cổng vẫn còn mở', 'The platform’s page is still open'),
    content: html`<p>${say(
      `Bạn hủy ở đó, hoặc để lần này tự đóng lúc ${formatTime(session.until)}.`,
      `Cancel it there, or let it close by itself at ${formatTime(session.until)}.`,
    )} <a href="${openPath(bill.code, session)}">${say('Mở trang của cổng để hủy', 'Open the platform’s page to cancel')}</a></p>`,
    locale,
  });

export const oddView = ({ say, locale }: PaymentPage, session: BilledSession): Html =>
  notice({
    kind: 'warning',
    title: say('Cơ quan đang đối chiếu số tiền nhận được', 'The office is comparing the money that came'),
    content: html`<p>${say(
      `Số tiền đến không khớp với ${money(session.amount)}. Bạn không cần trả lại lần nữa.`,
      `What came is not ${money(session.amount)}. You need not pay again.`,
    )}</p><p>${say(
      'Cán bộ xem và báo cho chủ hồ sơ; tiền của bạn đã được ghi nhận.',
      'An officer looks and tells the owner; your money is on record.',
    )}</p>`,
    locale,
  });

/** The last attempt came to nothing; it is free to be tried again. */
export function failedView({ say, locale }: PaymentPage, session: BilledSession): Html {
  const at = moment(session.closedAt ?? session.begunAt);
  const lines = {
    failed: say(
      `Lần trả trực tuyến trước đã đóng lúc ${at}, không thu tiền. Bạn trả lại được ngay.`,
      `The last online attempt closed at ${at} and took no money. You can pay again at once.`,
    ),
    refunded: say(`Lần trả trước đã được hoàn tiền lúc ${at}.`, `The last payment was given back at ${at}.`),
    'charged-back': say(
      `Ngân hàng đã lấy lại tiền của lần trả trước lúc ${at}. Khoản này lại phải nộp.`,
      `The bank took the last payment back at ${at}. It is owed again.`,
    ),
  };
  const text = session.state in lines ? lines[session.state as keyof typeof lines] : undefined;
  return text === undefined ? html`` : notice({ kind: 'info', content: html`<p>${text}</p>`, locale });
}
