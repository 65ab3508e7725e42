import type { CheckedResult } from '#capabilities/results';
import { card, details, type SummaryRow, summaryList, tag, verdict } from '#design';
import type { Locale } from '#kernel/text';
import { asPlainDate, formatDate, localDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { checkAddress, checkPath, resultLooks, resultTag, signatureRole } from '#surfaces/shared';
import type { Say } from '../words/say.ts';
import { moment } from '../words/times.ts';

export interface Shown {
  readonly say: Say;
  readonly locale: Locale;
  readonly publicUrl: string;
  readonly result: CheckedResult;
  /** Asked by its number alone: whoever does need not have seen the paper, and is not led to its code. */
  readonly byNumber?: boolean;
}

/** The answer, whole: it is read alone. */
export const stateSentence = (say: Say, state: CheckedResult['state']): string =>
  ({
    valid: say('Kết quả này còn giá trị', 'This result is valid'),
    replaced: say('Kết quả này đã thay bằng bản khác', 'This result was replaced by another'),
    revoked: say('Kết quả này đã thu hồi', 'This result was revoked'),
    expired: say('Kết quả này hết hạn', 'This result has expired'),
  })[state];

/** Whether it can be relied on, before anything else. */
export const stateVerdict = (shown: Shown, more?: Html): Html =>
  verdict({
    ...resultLooks[shown.result.state],
    title: stateSentence(shown.say, shown.result.state),
    content: html`<p>${shown.result.title}, ${shown.say('số', 'number')} <strong class="mc-code">${shown.result.number}</strong>.</p>${stateWords(shown)}${more}`,
  });

/** Why it is no longer to be relied on, since when, and where the newer one is. */
function stateWords({ say, result, byNumber = false }: Shown): Html | undefined {
  const { state, state_at: at, ground, newer_token: newer, newer_number: number } = result;
  const since = at !== null && html`<p>${say('Từ', 'Since')} ${moment(at)}.</p>`;
  switch (state) {
    case 'valid':
      return undefined;
    case 'expired':
      return html`${since}<p>${say('Hãy hỏi nơi cấp để được cấp lại.', 'Ask the issuer for a new one.')}</p>`;
    case 'revoked':
      return html`${since}${because(say, ground)}<p>${say('Đừng dùng giấy này.', 'Do not rely on this paper.')}</p>`;
    case 'replaced':
      return html`${since}${because(say, ground)}${
        newer !== null &&
        (byNumber
          ? html`<p>${say('Bản mới', 'The newer one')}: <span class="mc-code">${number}</span></p>`
          : html`<p><a href="${checkPath(newer)}">${say('Xem bản mới', 'See the newer one')}: <span class="mc-code">${number}</span></a></p>`)
      }`;
  }
}

const because = (say: Say, ground: string | null): Html | false =>
  ground !== null && html`<p>${say('Căn cứ', 'Ground')}: ${ground}</p>`;

/**
 * Everything that anybody may know of it.
 * @param asked by what stands on a paper, which is then compared by eye and behind its code line by line (`more`); by a file that stands unchanged; or by
 * a changed one, where the page has answered another question than the state first.
 */
export function resultCards(shown: Shown, asked: 'paper' | 'file' | 'changed-file', more?: Html): Html {
  const stateToo = asked === 'changed-file';
  const { say, locale, result } = shown;
  return html`${card({
    title: say('Nội dung đã đăng ký', 'What is registered'),
    ...(stateToo && { aside: tag(resultTag(say, result.state)) }),
    content: html`${stateToo && stateWords(shown)}${summaryList({ locale, rows: factsOf(shown) })}`,
  })}${asked === 'paper' && result.state !== 'revoked' && compareCard(shown)}${more}${signatureCard(shown)}${
    result.sha256 !== null &&
    details({
      summary: say('Mã băm của tệp (SHA-256)', 'Hash of the file (SHA-256)'),
      content: html`<p class="mc-code">${result.sha256}</p><p>${say(
        'Tệp khác một chữ thì mã này khác hẳn.',
        'One changed letter gives another hash.',
      )}</p>`,
    })
  }`;
}

function factsOf({ say, result, publicUrl, byNumber = false }: Shown): readonly SummaryRow[] {
  const until = result.valid_until;
  return [
    { label: say('Tên giấy', 'Title'), value: result.title },
    { label: say('Số', 'Number'), value: html`<span class="mc-code">${result.number}</span>` },
    ...(result.outcome === 'refused'
      ? [{ label: say('Quyết định', 'Decision'), value: say('từ chối', 'refused') }]
      : []),
    ...(result.owner_masked
      ? [
          {
            label: say('Cấp cho', 'Issued to'),
            value: html`${result.owner_masked} <span class="mc-quiet">${say('(tên viết tắt)', '(initials)')}</span>`,
          },
        ]
      : []),
    { label: say('Nơi cấp', 'Issued by'), value: result.issuer_name },
    { label: say('Người ký', 'Signed by'), value: signerOf(result) },
    { label: say('Ngày cấp', 'Issued on'), value: formatDate(localDate(result.issued_at)) },
    {
      label: say('Có giá trị đến', 'Valid until'),
      value: until ? formatDate(asPlainDate(until)) : say('không ghi thời hạn', 'no end named'),
    },
    ...(byNumber
      ? []
      : [
          {
            label: say('Trang kiểm tra', 'Check page'),
            value: html`<span class="mc-small mc-quiet">${checkAddress(publicUrl, result.token)}</span>`,
          },
        ]),
  ];
}

/** As the paper says it: the capacity, then the name. */
const signerOf = ({ signer_name: name, signatures }: Shown['result']): Html => {
  const capacity = signatures?.find(({ role }) => role === 'leader')?.capacity?.split('\n') ?? [];
  return html`${capacity.map((line) => html`<span class="mc-quiet">${line}</span><br>`)}${name}`;
};

const compareCard = ({ say, byNumber = false }: Shown): Html =>
  card({
    title: say(
      'Đối chiếu tờ giấy trong tay bạn với nội dung này',
      'Compare the paper in your hand with this',
    ),
    content: html`<ol><li>${say(
      'Số, tên giấy, nơi cấp, người ký, ngày cấp phải giống từng chữ.',
      'Number, title, issuer, signer and date must agree letter by letter.',
    )}</li><li>${say(
      'Họ và các chữ cái đầu của tên phải khớp tên trên giấy.',
      'Family name and initials must fit the name on the paper.',
    )}</li><li>${
      byNumber
        ? say(
            'Quét mã QR trên giấy để so từng dòng.',
            'Scan the code on the paper to compare it line by line.',
          )
        : say('So từng dòng ở ngay dưới đây.', 'Compare it line by line just below.')
    }</li><li>${say('Có tệp PDF? ', 'Have the PDF? ')}<a href="/kiem-tra#tep">${say(
      'Kiểm tra tệp để so từng chữ',
      'Check the file to compare every letter',
    )}</a>.</li></ol><p>${say(
      'Có chỗ khác là giấy đã bị sửa, hoặc mã QR chép từ giấy khác.',
      'Where they differ, the paper was changed, or its code was copied from another.',
    )}</p>`,
  });

function signatureCard({ say, locale, result }: Shown): Html | undefined {
  const title = say('Chữ ký số', 'Electronic signatures');
  if (!result.signatures?.length) return undefined;
  return card({
    title,
    content: summaryList({
      locale,
      rows: result.signatures.map(({ role, name, agency, serial, at }) => ({
        label: signatureRole(say, role),
        value: html`${name}<br><span class="mc-quiet">${agency !== name && html`${agency}<br>`}${moment(at)}<br><span class="mc-small">${say('số chứng thư', 'certificate')} <span class="mc-code">${serial}</span></span></span>`,
      })),
    }),
  });
}
