import { formatTime, type Instant } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { ConsentWish } from './grants.ts';
import { demoPin } from './pin-pad.ts';

const page = (title: string, body: Html): string =>
  html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – SimCA</title>
<link rel="stylesheet" href="/kieu.css">
</head>
<body>
<header><p class="sign">Mô phỏng</p><p class="name">SimCA – Ký số từ xa</p></header>
<main>${body}</main>
<footer><p>Trang này giả lập nhà cung cấp dịch vụ ký số để dùng thử. Chữ ký ở đây không có giá trị pháp lý.</p></footer>
</body>
</html>`.text;

export const sentencePage = (title: string, sentence: string): string =>
  page(title, html`<h1>${title}</h1><p>${sentence}</p>`);

const shown = 5;

/** Enough of a digest to compare by eye: its first and last eight digits. */
function shortened(hash: string): string {
  const hex = Buffer.from(hash, 'base64url').toString('hex').toUpperCase();
  return `${hex.slice(0, 4)} ${hex.slice(4, 8)} … ${hex.slice(-8, -4)} ${hex.slice(-4)}`;
}

export function consentPage(props: {
  readonly consent: string;
  readonly wish: ConsentWish;
  readonly holder: string;
  readonly lockedUntil: Instant | undefined;
  readonly error: string | undefined;
}): string {
  const { consent, wish, holder, lockedUntil, error } = props;
  const { hashes, words, returnTo } = wish;
  const more = hashes.length - shown;
  const title = error === undefined ? 'Đồng ý ký số?' : 'Lỗi: Đồng ý ký số?';
  return page(
    title,
    html`<h1>Đồng ý ký số?</h1>
<dl>
<div><dt>Nội dung ký</dt><dd class="words">${words === '' ? 'Bên yêu cầu không ghi nội dung' : words}</dd></div>
<div><dt>Người ký</dt><dd>${holder}</dd></div>
<div><dt>Nơi yêu cầu</dt><dd>${new URL(returnTo).host}</dd></div>
<div><dt>${hashes.length === 1 ? 'Mã kiểm tra của tài liệu' : `Mã kiểm tra của ${hashes.length} tài liệu`}</dt>
<dd><ul class="hashes">${hashes.slice(0, shown).map((hash) => html`<li>${shortened(hash)}</li>`)}</ul>
${more > 0 && html`<p class="more">và ${more} mã khác</p>`}</dd></div>
</dl>
<form method="post" action="/dong-y/${consent}">
${
  lockedUntil === undefined
    ? html`<label for="pin">Mã PIN ký số</label>
<p class="hint" id="pin-goi-y">Bản dùng thử: mã PIN là <strong>${demoPin}</strong>.</p>
${error !== undefined && html`<p class="error" id="pin-loi">${`Lỗi: ${error}`}</p>`}
<input id="pin" name="pin" type="password" inputmode="numeric" autocomplete="off" maxlength="12" aria-describedby="pin-goi-y${error !== undefined && ' pin-loi'}"${error !== undefined && html` aria-invalid="true"`}>
<div class="choices"><button type="submit" name="viec" value="dong-y">Đồng ý ký</button>
<button class="quiet" type="submit" name="viec" value="tu-choi">Từ chối</button></div>`
    : html`<p class="error">Bạn đã nhập sai mã PIN quá nhiều lần. Hãy thử lại sau ${formatTime(lockedUntil)}.</p>
<div class="choices"><button class="quiet" type="submit" name="viec" value="tu-choi">Từ chối</button></div>`
}
</form>`,
  );
}
