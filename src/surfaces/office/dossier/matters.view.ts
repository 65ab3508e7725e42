import type { Exemption } from '#capabilities/dossiers';
import { receiptName } from '#capabilities/payments';
import { card, notice, summaryList, table, tag } from '#design';
import { asDong, formatDong } from '#kernel/money';
import { formatDate, formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { resultFacts } from '#surfaces/shared';
import { deadlineOf } from '../words/time.ts';
import type { Opened } from './open.ts';

type Fee = Opened['view']['state']['fees'][number];

/** Cards of what is going on beside the steps; each is there only while it has something to say. */
export const matterCards = (opened: Opened): readonly Html[] =>
  [closingNotice, withdrawalNotice, supplementCard, resultCard, opinionsCard, feesCard].flatMap((make) => {
    const made = make(opened);
    return made ? [made] : [];
  });

function closingNotice({ view, say }: Opened): Html | undefined {
  const { closing, stage, pause } = view.state;
  if (stage === 'paused' && pause)
    return notice({
      kind: 'warning',
      title: say('Hồ sơ đang tạm dừng', 'The dossier is paused'),
      content: pause.reason,
    });
  if (!closing) return undefined;
  const title =
    stage === 'declined' ? say('Không được tiếp nhận', 'Not accepted') : say('Đã dừng giải quyết', 'Stopped');
  return notice({ kind: 'warning', title, content: closing.reason });
}

function withdrawalNotice({ view, say }: Opened): Html | undefined {
  const { withdrawal } = view.state;
  if (!withdrawal) return undefined;
  return notice({
    kind: 'warning',
    title: say('Người nộp xin rút hồ sơ', 'The person wants to withdraw'),
    content: `${withdrawal.reason} (${formatDateTime(withdrawal.at)})`,
  });
}

export function supplementCard({ view, say, locale }: Opened): Html | undefined {
  const { supplement } = view.state;
  if (!supplement) return undefined;
  return card({
    title: say('Yêu cầu bổ sung', 'Papers asked for'),
    aside:
      supplement.sentAt === undefined
        ? tag({
            text: say(`chờ đến ${formatDate(supplement.until)}`, `until ${formatDate(supplement.until)}`),
            tone: 'amber',
          })
        : tag({
            text: say(`đã gửi ${formatDateTime(supplement.sentAt)}`, 'sent'),
            tone: 'jade',
            icon: 'check',
          }),
    content: html`<p>${supplement.reason}</p>${summaryList({
      locale,
      rows: supplement.papers.map(({ title, reason }) => ({ label: title, value: reason })),
    })}`,
  });
}

export function resultCard({ view, say, locale }: Opened): Html | undefined {
  const { result } = view.state;
  if (!result) return undefined;
  const aside =
    result.number !== undefined
      ? tag({ text: say(`số ${result.number}`, `no. ${result.number}`), tone: 'jade', icon: 'check' })
      : result.approved
        ? tag({ text: say('đã phê duyệt', 'approved'), tone: 'jade', icon: 'check' })
        : result.disputed && !result.confirmed
          ? tag({ text: say('người nộp đề nghị sửa', 'to be mended'), tone: 'red' })
          : result.shown && !result.confirmed
            ? tag({ text: say('chờ người nộp xác nhận', 'the person is reading it'), tone: 'amber' })
            : tag({ text: say('dự thảo', 'draft') });
  const said = (label: string, value: string | undefined | false) => (value ? [{ label, value }] : []);
  return card({
    title: result.title,
    aside,
    content: summaryList({
      locale,
      rows: [
        {
          label: say('Quyết định', 'Decision'),
          value:
            result.outcome === 'granted'
              ? say('Giải quyết theo yêu cầu', 'Granted')
              : say('Từ chối giải quyết', 'Refused'),
        },
        ...resultFacts(view),
        { label: say('Người soạn', 'Drafted by'), value: result.drafterName },
        ...said(
          say('Người nộp xác nhận', 'Confirmed'),
          result.confirmed &&
            (result.confirmed === 'citizen'
              ? say('đồng ý', 'agrees')
              : say('hết hạn trả lời, coi như đồng ý', 'by silence')),
        ),
        ...said(
          say('Chờ xác nhận đến', 'May answer until'),
          result.shown && !result.confirmed && formatDateTime(result.shown.until),
        ),
        ...said(say('Ý kiến của người nộp', 'The person says'), result.disputed),
        ...said(
          say('Người duyệt', 'Approved by'),
          result.approved && `${result.approved.name} · ${formatDateTime(result.approved.at)}`,
        ),
      ],
    }),
  });
}

function opinionsCard({ view, now, say, names }: Opened): Html | undefined {
  const { opinions } = view.state;
  if (opinions.length === 0) return undefined;
  return card({
    title: say('Ý kiến các đơn vị', 'Opinions of other units'),
    content: html`${opinions.map(
      ({ unit, question, askedAt, due, answer }) =>
        html`<h3>${names.unit(unit)}</h3><p>${question} <span class="mc-quiet">${formatDateTime(askedAt)}</span></p>${
          answer?.silent
            ? html`<p>${tag({ text: say('không trả lời trong hạn', 'no answer in time'), tone: 'amber' })} ${say('Coi như đồng ý.', 'Taken as consent.')}</p>`
            : answer
              ? html`<p>${tag(
                  answer.agrees
                    ? { text: say('đồng ý', 'agrees'), tone: 'jade', icon: 'check' }
                    : { text: say('không đồng ý', 'disagrees'), tone: 'red' },
                )} ${answer.text}</p><p class="mc-quiet">${answer.by} · ${formatDateTime(answer.at)}</p>`
              : html`<p>${tag({ text: deadlineOf(view.rules.calendar, now, due, say).text, tone: 'amber' })}</p>`
        }`,
    )}`,
  });
}

function feesCard(opened: Opened): Html | undefined {
  const { view, say, names } = opened;
  const { fees } = view.state;
  if (fees.length === 0) return undefined;
  return card({
    title: say('Phí, lệ phí', 'Fees'),
    content: table({
      id: 'phi',
      caption: say('Phí, lệ phí của hồ sơ', 'Fees of the dossier'),
      captionHidden: true,
      columns: [
        { text: say('Khoản', 'Fee') },
        { text: say('Số tiền', 'Amount'), numeric: true },
        { text: say('Tình trạng', 'State') },
      ],
      rows: fees.map((fee) => [
        html`${fee.name}${reckonedOf(opened, fee)}`,
        formatDong(asDong(names.costs([fee.id]))),
        fee.refunded
          ? tag({ text: say('đã hoàn lại', 'given back'), tone: 'grey' })
          : fee.voided
            ? html`${tag({ text: say('đã hủy', 'taken back'), tone: 'grey' })} <span class="mc-quiet">${fee.voided.reason}</span>`
            : fee.paid
              ? html`${tag({ text: say('đã thu', 'paid'), tone: 'jade', icon: 'check' })} <span class="mc-quiet">${receiptOf(view, fee, say)}${fee.paid.by}</span>`
              : fee.exempt
                ? html`${tag({ text: say('được miễn', 'exempt'), tone: 'blue', icon: 'info' })} <span class="mc-quiet">${fee.exempt.ground}${proofOf(opened, fee.exempt)}</span>`
                : tag({
                    text:
                      fee.when === 'submission'
                        ? say('chưa nộp', 'owed')
                        : say('nộp khi nhận kết quả', 'at return'),
                    tone: 'amber',
                  }),
      ]),
    }),
  });
}

/** How the amount came about: what was counted, what it would be in full, and by which rule. */
function reckonedOf({ view, say }: Opened, { id }: Fee): Html | undefined {
  const charge = view.charges.find(({ fee }) => fee === id);
  if (!charge) return undefined;
  const { amount, fullAmount, counted, ground, assessed } = charge;
  const lines = [
    fullAmount > amount &&
      say(`được giảm, thay vì ${formatDong(fullAmount)}`, `reduced from ${formatDong(fullAmount)}`),
    counted,
    assessed && `${say('Thông báo', 'Notice')} ${assessed.number}, ${assessed.authority}`,
    ground,
  ].filter(Boolean);
  return html`${lines.map((line) => html`<br><span class="mc-quiet">${line}</span>`)}`;
}

/** What proves an exemption: a paper of the dossier can be opened. */
function proofOf({ say, at }: Opened, { proof }: Exemption): Html | undefined {
  if (!proof) return undefined;
  const { paper, shown } = proof;
  return html`. ${say('Giấy tờ', 'Proved by')}: ${
    paper && html`<a${attributes({ href: at.page({ giay: paper.id }) })}>${paper.title}</a>`
  }${paper && shown && '; '}${shown}`;
}

/** The number that the books gave the receipt, or that of a printed form. */
function receiptOf({ charges }: Opened['view'], fee: Fee, say: Opened['say']): string {
  const receipt = charges.find((charge) => charge.fee === fee.id)?.receipt;
  const number = receipt ? receiptName(receipt) : fee.paid?.receipt;
  return number ? `${say('biên lai', 'receipt')} ${number}, ` : '';
}
