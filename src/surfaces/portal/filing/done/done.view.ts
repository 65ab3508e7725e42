import { costsOf, type DossierState, type DossierView, openFees } from '#capabilities/dossiers';
import { formatPaymentCode } from '#capabilities/payments';
import { bigDate, buttonLink, card, notice, qrFigure, summaryList } from '#design';
import { asDong, formatDong } from '#kernel/money';
import { inLocale } from '#kernel/text';
import { formatTime, localDate } from '#kernel/time';
import { type Hole, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { qrSvg } from '#platform/qr';
import type { Doors } from '#surfaces/shared';
import { payPath } from '../../payment/paths.ts';
import { sayIn } from '../../words/say.ts';
import { dayIn, moment } from '../../words/times.ts';
import { filingPage } from '../core/frame.ts';
import type { OpenFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';

export interface DoneView {
  readonly filing: OpenFiling;
  readonly code: string;
  readonly secret: string;
  readonly state: DossierState;
  readonly charges: DossierView['charges'];
  readonly receiver: string;
  readonly competent: string;
}

/** `ABCD 2345`: read aloud in two halves. */
const spaced = (secret: string): string => `${secret.slice(0, 4)} ${secret.slice(4)}`;

export function doneView(ctx: PageCtx, doors: Doors, props: DoneView): Html {
  const { filing, code, state, receiver } = props;
  const { locale } = ctx;
  const say = sayIn(locale);
  const { draft, definition } = filing;
  const track = `/tra-cuu?ma=${encodeURIComponent(code)}`;
  const title = say('Đã nộp hồ sơ', 'Your dossier is submitted');
  const person = ctx.actor.kind === 'citizen' && !ctx.actor.guest;
  return filingPage(ctx, doors, {
    title: `${title} ${code}`,
    back: person ? '/cua-toi' : '/',
    main: [
      html`<h1>${title}</h1>`,
      html`<p>${inLocale(definition.name, locale)} · ${moment(state.submittedAt)}</p>`,
      state.identityPending && pendingView(ctx, draft.id),
      bigDate({
        lead: say('Trả lời bạn trước', 'Answer owed by'),
        date: `${formatTime(state.answerBy)} ${dayIn(locale, localDate(state.answerBy))}`,
        text: say(
          `${receiver} tiếp nhận, xin bổ sung hoặc từ chối có lý do. Ngày hẹn trả có khi tiếp nhận.`,
          `${receiver} accepts it, asks for more, or refuses with a reason. The due date comes with acceptance.`,
        ),
        action: buttonLink({
          text: say('Theo dõi hồ sơ', 'Track the dossier'),
          href: track,
          kind: 'primary',
        }),
      }),
      card({
        title: say('Giữ lại để tra cứu', 'Keep this for tracking'),
        content: keepView(ctx, doors, props, track),
      }),
      card({ title: say('Sắp tới', 'What happens next'), content: nextView(ctx, props) }),
      feesView(ctx, props),
      html`<p><a href="${paths.calendar(draft.id)}">${say('Thêm hạn trả lời vào lịch', 'Add the date to your calendar')}</a></p><p class="mc-quiet">${say(
        'Bạn có thể in trang này, hoặc mở lại bất cứ lúc nào.',
        'You can print this page, or open it again at any time.',
      )}</p>`,
    ],
  });
}

function keepView(ctx: PageCtx, doors: Doors, { code, secret }: DoneView, track: string): Hole {
  const say = sayIn(ctx.locale);
  return [
    summaryList({
      rows: [
        { label: say('Mã hồ sơ', 'Dossier code'), value: html`<strong class="mc-code">${code}</strong>` },
        {
          label: say('Mã tra cứu', 'Look-up secret'),
          value: html`<strong class="mc-code">${spaced(secret)}</strong>`,
        },
      ],
      locale: ctx.locale,
    }),
    html`<p>${say(
      'Ai có cả hai mã đều xem được tiến độ. Đừng đưa mã tra cứu cho người lạ.',
      'Whoever has both can see the progress. Keep the secret to yourself.',
    )}</p>`,
    qrFigure({
      svg: qrSvg(`${doors.place.publicUrl}${track}`),
      label: say(`Mã QR mở trang tra cứu hồ sơ ${code}`, `QR code that opens the tracking page of ${code}`),
      code,
      caption: say('Quét để tra cứu; cần thêm mã tra cứu.', 'Scan to track; the secret is asked for.'),
    }),
  ];
}

function nextView(ctx: PageCtx, { receiver, competent, state }: DoneView): Html {
  const say = sayIn(ctx.locale);
  const ways = {
    electronic: say('Bạn nhận kết quả điện tử trong Giấy tờ của tôi.', 'You get the result under My papers.'),
    counter: say(`Bạn đến ${receiver} nhận kết quả.`, `You collect the result at ${receiver}.`),
    post: say('Kết quả được gửi tới địa chỉ của bạn.', 'The result is sent to your address.'),
  };
  return html`<ol><li>${say(`${receiver} kiểm tra hồ sơ.`, `${receiver} checks the dossier.`)}</li><li>${say(
    `${competent} giải quyết.`,
    `${competent} decides.`,
  )}</li><li>${ways[state.delivery]}</li></ol><p>${say(
    'Cần thêm gì, chúng tôi nhắn cho bạn và ghi ở trang theo dõi.',
    'If anything is needed, we write to you and say it on the tracking page.',
  )}</p>`;
}

function feesView(
  ctx: PageCtx,
  { state, charges }: Pick<DossierView, 'state' | 'charges'>,
): Html | undefined {
  const fees = openFees(state);
  if (fees.length === 0) return undefined;
  const say = sayIn(ctx.locale);
  const sum = formatDong(asDong(costsOf(charges)(fees.map(({ id }) => id))));
  const bill = charges.find((charge) => charge.state === 'owed')?.bill;
  return card({
    title: say(`Phí, lệ phí: ${sum}`, `Fees: ${sum}`),
    id: 'phi',
    content: html`<p>${say(
      'Trả bây giờ hoặc để sau đều được; hồ sơ không mất lượt.',
      'Pay now or later, as you like; your dossier keeps its place.',
    )}</p>${
      bill &&
      html`<p>${buttonLink({ text: say('Trả tiền bây giờ', 'Pay now'), href: payPath(bill) })}</p><p>${say(
        'Nhờ người khác trả: đưa họ mã thanh toán',
        'To let somebody else pay, give them the payment code',
      )} <strong class="mc-code">${formatPaymentCode(bill)}</strong></p>`
    }`,
  });
}

function pendingView(ctx: PageCtx, draft: string): Html {
  const say = sayIn(ctx.locale);
  return notice({
    kind: 'warning',
    title: say('Hãy xác minh danh tính', 'Please prove your identity'),
    content: html`${say(
      'Hồ sơ đã nộp nhưng danh tính của bạn chưa được xác minh.',
      'The dossier is submitted, and your identity is not proven yet.',
    )} <a href="${paths.signIn(paths.done(draft))}">${say('Đăng nhập VNeID', 'Sign in with VNeID')}</a>`,
    locale: ctx.locale,
  });
}
