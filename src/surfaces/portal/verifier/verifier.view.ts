import { button, details, icon, mark, notice, summaryList, textarea, textInput } from '#design';
import { formatDateTime } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { Given } from './browser/given.ts';

export interface VerifierProps extends Given {
  /** Names of the roots, with their fingerprints. */
  readonly rootNames: readonly { readonly name: string; readonly fingerprint: string }[];
}

const both = (vi: string, en: string): Html => html`${vi} <span class="kt-en" lang="en">${en}</span>`;
/** Those that the script puts beside what it finds. */
const drawings = ['check', 'info', 'error', 'file'] as const;

const lines = (texts: readonly string[]): Html =>
  html`${texts.map((text) => html`<div class="mc-code">${text}</div>`)}`;

/** Whom this file believes: to be compared with what the province says elsewhere. */
const trust = ({ policy, rootNames, issuedAt }: VerifierProps): Html =>
  summaryList({
    rows: [
      { label: 'Tải lúc · Downloaded', value: formatDateTime(issuedAt) },
      { label: 'Nhật ký · Log', value: lines([policy.origin]) },
      { label: 'Khóa của nhật ký · Its keys', value: lines(policy.keys) },
      ...(policy.retired.length > 0
        ? [
            {
              label: 'Khóa đã ngừng dùng · Retired keys',
              value: lines(policy.retired.map(({ key, until }) => `${key} ≤ ${until}`)),
            },
          ]
        : []),
      {
        label: 'Người làm chứng · Witnesses',
        value: html`${lines(policy.witnesses)}<div>${`Cần ít nhất ${policy.least} · At least ${policy.least} needed`}</div>`,
      },
      {
        label: 'Gốc của chứng thư · Roots of certificates',
        value:
          rootNames.length > 0
            ? html`${rootNames.map(
                ({ name, fingerprint }) =>
                  html`<div>${name}</div><div class="mc-code">SHA-256 ${fingerprint}</div>`,
              )}`
            : 'Chưa có: không tin chữ ký nào · None: no signature is believed',
      },
    ],
  });

const chooser = html`<section class="kt-drop mc-stack mc-noprint" id="tha" aria-label="Tệp cần kiểm tra · Files to check">
<div class="mc-field"><label class="mc-label" for="tep">${both('Chọn tệp, hoặc thả tệp vào đây', 'Choose files, or drop them here')}</label>
<p class="mc-hint" id="tep-goi-y">${both(
  'Kết quả, giấy tiếp nhận (PDF); bằng chứng của nhật ký (.json); giấy tờ trong ví (.sd-jwt) và danh sách trạng thái của nó.',
  'Results and receipts (PDF), proofs of the log (.json), credentials (.sd-jwt) with their status list.',
)}</p>
<input class="mc-file" type="file" id="tep" multiple aria-describedby="tep-goi-y"></div>
${details({
  summary: 'Dán nội dung, hoặc kiểm tra giấy xuất trình cho bạn · Paste, or check a presentation',
  content: html`<div class="mc-stack">${textarea({ name: 'dan', id: 'dan', label: 'Nội dung giấy tờ hoặc bằng chứng · Text of a credential or proof', rows: 4, required: true })}
<p>${button({ text: 'Kiểm tra đoạn đã dán · Check the text', type: 'button', id: 'dan-xem' })}</p>
${textInput({ name: 'nguoi-hoi', id: 'nguoi-hoi', label: 'Người giữ phải xuất trình cho · Presented to', hint: 'Chỉ điền khi bạn đã hỏi người giữ · Only when you asked the holder', required: true })}
${textInput({ name: 'so-hoi', id: 'so-hoi', label: 'Số hỏi đã đưa cho người giữ · Nonce you gave', required: true })}</div>`,
})}
</section>`;

const found = html`<section id="xong" class="mc-stack" hidden aria-labelledby="xong-ten"><div class="kt-bar"><h2 id="xong-ten">${both('Kết quả kiểm tra', 'What was found')}</h2><div class="kt-bar">${button({ text: 'In · Print', type: 'button', id: 'in', icon: 'printer' })}${button({ text: 'Xóa hết · Clear', type: 'button', id: 'bo' })}</div></div>
<p class="mc-quiet">Kiểm tra lúc <span id="luc"></span>, theo đồng hồ của máy này. <span class="kt-en" lang="en">By the clock of this machine.</span></p>
<p class="mc-hidden" id="noi" role="status"></p>
<ul class="kt-cards" id="ket-qua"></ul></section>`;

/** The page inside the file, without its script and style. */
export const verifierView = (props: VerifierProps): Html => html`
<a class="mc-skip" href="#main">Tới nội dung chính</a>
<header class="mc-head"><div class="mc-head-line"><span class="mc-brand">${mark()}<span><strong>Một Cửa</strong> <small>${props.place}</small></span></span></div></header>
<main id="main" class="mc-main mc-stack" tabindex="-1">
<h1>${both('Giấy này có thật không?', 'Is this paper genuine?')}</h1>
<p>${both(
  'Trang này kiểm tra ngay trên máy của bạn, không cần mạng và không gửi gì đi đâu.',
  'Files are judged on your machine, without a network; nothing is sent anywhere.',
)}</p>
<noscript>${notice({
  kind: 'danger',
  title:
    'Trình duyệt đang tắt JavaScript nên trang này không kiểm tra được. · Turn on JavaScript: nothing can be checked without it.',
})}</noscript>
${chooser}
${found}
<section class="mc-stack kt-trust"><h2>${both('Tệp này tin ai?', 'Whom does this file believe?')}</h2>
<p>${both(
  `Ai sửa được những dòng này thì sửa được kết quả. Hãy hỏi lại ${props.place} qua điện thoại hoặc công văn; khi khóa thay đổi, hãy tải lại tệp này hoặc thả thêm tệp khoa.json mới.`,
  'Whoever can change these lines can change the verdict. Compare them by phone or letter; when keys change, download this file again, or drop the new khoa.json beside.',
)}</p>
${trust(props)}</section>
${drawings.map((name) => html`<template id="hinh-${name}">${icon({ name })}</template>`)}
</main>`;
