import { openFees } from '#capabilities/dossiers';
import { formatPaymentCode, receiptName } from '#capabilities/payments';
import { bigDate, buttonLink, card, pageHeading, summaryList, tag, timeline } from '#design';
import { asDong, formatDong } from '#kernel/money';
import { type Hole, type Html, html } from '#platform/html';
import { exemptionInWords } from '#surfaces/shared';
import { payPath } from '../payment/paths.ts';
import { moment } from '../words/times.ts';
import type { TrackingContext } from './load.ts';
import { nextAction } from './next-action.ts';
import { roadOf } from './road.ts';
import { standingOf } from './standing.ts';
import { openBill, type Tracked } from './tracked.ts';

export interface Reading {
  readonly at: number;
  readonly officer?: string;
  readonly unit?: string;
  readonly purpose?: string;
}
export interface TrackingProps {
  readonly tracked: Tracked;
  readonly context: TrackingContext;
  /** Where this page's papers and calendar file stand: `/tra-cuu/<code>` or `/cua-toi/ho-so/<code>`; `#` for a tried dossier, whose links lead nowhere. */
  readonly base: string;
  /** Whoever holds only the secret must sign in before acting. */
  readonly mustSignIn: boolean;
  readonly papers: readonly { readonly name: string; readonly title: string }[];
  readonly readings: { readonly count: number; readonly last?: Reading | undefined };
  /** Between the road and the papers: what only the owner sees. */
  readonly own?: Hole;
  /** Own matter closed or result rated: what to do besides. */
  readonly after?: Hole;
}

/** State first, then the date, then the one thing to do, then the road, then who looked (LOOK, "Tracking"). */
export function trackingView(props: TrackingProps): Html {
  const { tracked, context } = props;
  const { say, locale } = context;
  return html`${pageHeading({ title: tracked.procedureName, code: tracked.code })}${headCard(props)}${card({
    title: say('Hồ sơ đang ở đâu', 'Where it is'),
    content: timeline({ items: roadOf(tracked, context), locale }),
  })}${props.own}${feesCard(props)}${papersCard(props)}${readingsCard(props)}${props.after}`;
}

function headCard({ tracked, context, mustSignIn, base }: TrackingProps): Html {
  const { say } = context;
  const standing = standingOf(tracked, context);
  const action = nextAction(say, tracked.code, tracked.state, openBill(tracked));
  const signIn = mustSignIn && action && !action.forAll && !action.href.includes('#');
  const href =
    action &&
    (base === '#' ? base : signIn ? `/dang-nhap?ve=${encodeURIComponent(action.href)}` : action.href);
  return bigDate({
    state: standing.tag,
    lead: standing.lead,
    date: standing.date,
    text: html`${standing.lines.map((line) => html`<p>${line}</p>`)}${
      hasDate(tracked) &&
      html`<p><a href="${base}/lich.ics">${say('Thêm ngày hẹn vào lịch', 'Add the date to a calendar')}</a></p>`
    }`,
    ...(action && href
      ? {
          action: html`${buttonLink({ text: action.text, kind: 'primary', href: href.startsWith('#') ? href : ownAnchor(href, base) })}${
            signIn &&
            html`<p class="mc-quiet mc-small">${say('Cần đăng nhập để làm việc này.', 'You need to sign in for this.')}</p>`
          }`,
        }
      : {}),
  });
}

/** A link to a part of this very page stays on it, also for who holds only the secret. */
const ownAnchor = (href: string, base: string): string =>
  href.includes('#') ? `${base}${href.slice(href.indexOf('#'))}` : href;

export const hasDate = ({ state }: Tracked): boolean =>
  state.due !== undefined &&
  (state.due.date !== null || state.due.minute !== null) &&
  (state.stage === 'accepted' || state.stage === 'in-process');

function feesCard({ tracked, context }: TrackingProps): Html | false {
  const { say, locale, costs } = context;
  const { fees } = tracked.state;
  if (fees.length === 0) return false;
  const open = openFees(tracked.state).length > 0;
  const bill = openBill(tracked);
  return card({
    id: 'phi',
    title: say('Phí, lệ phí', 'Fees'),
    content: html`${summaryList({
      locale,
      rows: fees.map((fee) => ({
        label: fee.name,
        value: html`<span class="mc-figures">${formatDong(asDong(costs([fee.id])))}</span> ${feeState(tracked, fee, say)}`,
      })),
    })}${
      open &&
      html`<p>${say(
        'Trả trực tuyến, bằng mã QR ngân hàng, hoặc tại bất kỳ quầy nào.',
        'Pay online, by a bank QR code, or at any counter.',
      )}</p>${
        bill &&
        html`<p>${buttonLink({ text: say('Trả tiền', 'Pay'), href: payPath(bill) })}</p><p>${say('Mã thanh toán', 'Payment code')}: <strong class="mc-code">${formatPaymentCode(bill)}</strong></p>`
      }`
    }`,
  });
}

function feeState(
  { charges }: Tracked,
  fee: Tracked['state']['fees'][number],
  say: TrackingContext['say'],
): Html {
  if (fee.refunded)
    return tag({
      text: say(`đã hoàn lại ${moment(fee.refunded.at)}`, `given back ${moment(fee.refunded.at)}`),
      tone: 'grey',
    });
  if (fee.voided) return tag({ text: say('không phải nộp nữa', 'no longer asked for'), tone: 'grey' });
  const charge = charges.find((each) => each.fee === fee.id);
  const receipt = charge?.receipt;
  const number = receipt ? receiptName(receipt) : fee.paid?.receipt;
  if (fee.paid)
    return tag({
      text: [
        say(`đã nộp ${moment(fee.paid.at)}`, `paid ${moment(fee.paid.at)}`),
        ...(number ? [say(`biên lai ${number}`, `receipt ${number}`)] : []),
      ].join(', '),
      tone: 'jade',
      icon: 'check',
    });
  if (fee.exempt)
    return tag({
      text: `${say('được miễn', 'exempt')}: ${exemptionInWords(say, fee.exempt)}`,
      tone: 'grey',
    });
  // The books know first; the dossier hears of it a moment later.
  if (charge?.state === 'paid') return tag({ text: say('đã nộp', 'paid'), tone: 'jade', icon: 'check' });
  if (charge?.session)
    return tag({ text: say('đang kiểm tra', 'being checked'), tone: 'blue', icon: 'clock' });
  return tag({ text: say('chưa nộp', 'not paid'), tone: 'amber' });
}

const papersCard = ({ papers, base, context: { say } }: TrackingProps): Html | false =>
  papers.length > 0 &&
  card({
    title: say('Giấy tờ của hồ sơ', 'Papers of this dossier'),
    content: html`<ul>${papers.map(({ name, title }) => html`<li><a href="${base}/giay/${name}">${title} (PDF)</a></li>`)}</ul>`,
  });

function readingsCard({ readings, base, mustSignIn, context: { say } }: TrackingProps): Html {
  const { count, last } = readings;
  const where = last?.unit ? `${last.unit}, ` : '';
  const why = last?.purpose ? say(`, để ${last.purpose}`, `, for: ${last.purpose}`) : '';
  return card({
    title: say('Ai đã xem hồ sơ của bạn', 'Who looked at your dossier'),
    content: html`${
      count === 0
        ? html`<p>${say('Chưa có cán bộ nào mở hồ sơ này.', 'No officer has opened it yet.')}</p>`
        : html`<p>${say(`${count} lượt`, `${count} times`)}${
            last && html`, ${say('gần nhất', 'last')}: ${where}${moment(last.at)}${why}`
          }. ${
            mustSignIn
              ? say('Đăng nhập để xem từng người.', 'Sign in to see each of them.')
              : html`<a href="${base}/ai-da-xem">${say('Xem tất cả', 'See all')}</a>`
          }</p>`
    }${
      !mustSignIn &&
      html`<p><a href="${base}/bang-chung" download>${say('Tải bằng chứng đã nộp, ghi trong nhật ký công khai', 'Take the proof that you filed, from the public log')}</a></p>`
    }`,
  });
}
