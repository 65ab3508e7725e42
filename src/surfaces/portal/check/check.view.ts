import type { CheckedResult } from '#capabilities/results';
import { button, card, errorSummary, fileUpload, tag, textInput, verdict } from '#design';
import type { Refusal } from '#kernel/outcome';
import type { Locale } from '#kernel/text';
import { formatDate, localDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { checkHome, resultTag, verifierPath } from '#surfaces/shared';
import { sentenceOf } from '../sentences.ts';
import type { Say } from '../words/say.ts';

export const filePath = `${checkHome}/tep`;

export interface CheckForm {
  readonly say: Say;
  readonly locale: Locale;
  readonly csrf: { readonly field: Html; readonly value: string };
  readonly number: string;
  readonly refusals: readonly Refusal[];
  readonly maxBytes: number;
}

export const megabytes = (bytes: number): number => Math.floor(bytes / 1_000_000);

/** Two ways to ask, each a form of its own; the third is the code on the paper. */
export function checkForm({ say, locale, csrf, number, refusals, maxBytes }: CheckForm): Html {
  const errors = refusals.map((refusal) => ({
    text: sentenceOf(refusal, locale),
    target: refusal.field ?? 'so',
  }));
  const errorAt = (field: string) => errors.find(({ target }) => target === field)?.text;
  const most = megabytes(maxBytes);
  return html`${errors.length > 0 && errorSummary({ errors, locale })}<h1>${say(
    'Giấy này có thật và còn giá trị không?',
    'Is this paper genuine and still valid?',
  )}</h1><p>${say(
    'Ai cũng kiểm tra được, không cần đăng nhập. Nhanh nhất là quét mã QR trên giấy.',
    'Anybody may check, without signing in. The quickest way is the QR code on the paper.',
  )}</p>${card({
    title: say('Có giấy trong tay', 'You hold the paper'),
    content: html`<form method="post" action="${checkHome}" novalidate class="mc-stack">${csrf.field}${textInput(
      {
        name: 'so',
        label: say('Số ghi trên giấy', 'Number on the paper'),
        hint: say('Ví dụ 12/GXN, ở góc trên bên trái', 'For example 12/GXN, at the upper left'),
        value: number,
        error: errorAt('so'),
        code: true,
        width: 'l',
        autocomplete: 'off',
        spellcheck: false,
        locale,
      },
    )}${button({ text: say('Kiểm tra số', 'Check the number'), kind: 'primary' })}</form>`,
  })}${card({
    title: say('Có tệp PDF', 'You have the PDF'),
    content: html`<form method="post" enctype="multipart/form-data" action="${filePath}?_csrf=${encodeURIComponent(
      csrf.value,
    )}" novalidate class="mc-stack" data-drop>${fileUpload({
      name: 'tep',
      label: say('Tệp kết quả', 'File of the result'),
      hint: say(
        'Tệp chỉ được so sánh rồi bỏ ngay, không lưu lại.',
        'The file is compared and dropped at once; nothing is kept.',
      ),
      rule: say(`Tệp PDF gốc, tối đa ${most} MB`, `The original PDF, at most ${most} MB`),
      accept: 'application/pdf,.pdf',
      maxBytes,
      tooBigText: sentenceOf({ code: 'check-file-too-large', details: { megabytes: most } }, locale),
      error: errorAt('tep'),
      locale,
    })}${button({ text: say('Kiểm tra tệp', 'Check the file') })}</form>`,
  })}${card({
    title: say('Kiểm tra thường xuyên, hoặc không có mạng', 'You check often, or without a network'),
    content: html`<p>${say(
      'Dành cho ngân hàng, trường học, doanh nghiệp: một tệp mở bằng trình duyệt, kiểm tra ngay trên máy, không gửi gì đi.',
      'For banks, schools and companies: one file for the browser that checks on the spot and sends nothing.',
    )}</p><p><a href="${verifierPath}" download>${say('Tải trang kiểm tra không cần mạng', 'Download the check page that needs no network')}</a></p>`,
  })}`;
}

/** Several agencies gave the same number: which of them is said by when it was issued, for the code on a paper is for whoever has seen it. */
export const choiceOf = (
  say: Say,
  { number, csrf, results }: { number: string; csrf: Html; results: readonly CheckedResult[] },
): Html =>
  html`<h1>${say('Có nhiều kết quả mang số này', 'Several results have this number')}</h1><p>${say(
    'Hãy chọn theo nơi cấp và ngày cấp trên giấy.',
    'Choose by issuer and date on the paper.',
  )}</p>${results.map((result) =>
    card({
      title: result.title,
      aside: tag(resultTag(say, result.state)),
      content: html`<p><span class="mc-code">${result.number}</span> · ${result.issuer_name} · ${formatDate(localDate(result.issued_at))}</p><form method="post" action="${checkHome}">${csrf}<input type="hidden" name="so"${attributes({ value: number })}><input type="hidden" name="luc"${attributes({ value: result.issued_at })}>${button(
        {
          text: say(`Xem bản của ${result.issuer_name}`, `See that of ${result.issuer_name}`),
        },
      )}</form>`,
    }),
  )}`;

/** The code on a paper leads nowhere. */
export const unknownView = (say: Say): Html =>
  html`${verdict({
    tone: 'red',
    icon: 'warning',
    title: say('Không có kết quả nào ở mã này', 'No result stands behind this code'),
    content: html`<p>${say(
      'Giấy có mã này không do hệ thống phát hành, hoặc mã bị quét sai.',
      'The paper was not issued by this system, or its code was misread.',
    )}</p>`,
  })}<ul><li>${say('Hãy quét lại mã QR.', 'Scan the code again.')}</li><li><a href="${checkHome}">${say(
    'Kiểm tra bằng số hoặc tệp PDF',
    'Check by number or by the PDF',
  )}</a></li><li>${say('Hỏi cơ quan ghi trên giấy.', 'Ask the agency named on the paper.')}</li></ul>`;
