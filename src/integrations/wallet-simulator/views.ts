import type { Refusal } from '#kernel/outcome';
import { formatDateTime } from '#kernel/time';
import type { HeldClaim } from '#platform/credentials';
import { type Html, html } from '#platform/html';
import type { Held } from './store.ts';
import type { Offered } from './take.ts';

const page = (title: string, body: Html): string =>
  html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Ví giấy tờ</title>
<link rel="stylesheet" href="/kieu.css">
</head>
<body>
<header><p class="sign">Mô phỏng</p><p class="name"><a href="/">Ví giấy tờ</a></p></header>
<main>${body}</main>
<footer><p>Trang này giả lập ví giấy tờ điện tử trên điện thoại để dùng thử. Đừng cất giấy tờ thật ở đây.</p></footer>
</body>
</html>`.text;

const sentences: Readonly<Record<string, string>> = {
  'offer-odd': 'Đây không phải là lời mời nhận giấy tờ. Hãy sao chép lại toàn bộ liên kết.',
  'issuer-far': 'Ví mô phỏng chỉ nhận giấy tờ từ hệ thống chạy trên chính máy này.',
  'issuer-silent': 'Nơi cấp không trả lời. Hãy thử lại sau ít phút.',
  'issuer-odd': 'Nơi cấp trả lời không đúng chuẩn, nên ví không nhận.',
};
const said: Readonly<Record<string, string>> = {
  invalid_grant: 'Mã chưa đúng, hoặc lời mời đã dùng hay đã hết hạn. Hãy xem lại mã hoặc xin lời mời mới.',
  invalid_nonce: 'Nơi cấp đã đợi quá lâu. Hãy thử lại.',
};
export const sentenceOf = ({ code, details }: Refusal): string =>
  (code === 'issuer-said' ? said[String(details?.['error'])] : sentences[code]) ??
  `Nơi cấp từ chối (${String(details?.['error'] ?? code)}).`;

const offerForm = html`<form method="get" action="/nhan">
<label for="loi-moi">Lời mời nhận giấy tờ</label>
<p class="hint" id="loi-moi-goi-y">Liên kết bắt đầu bằng openid-credential-offer:// hoặc nội dung trong mã QR.</p>
<textarea id="loi-moi" name="loi-moi" rows="4" required aria-describedby="loi-moi-goi-y" spellcheck="false"></textarea>
<button type="submit">Xem lời mời</button>
</form>`;

export const homePage = (held: readonly Held[]): string =>
  page(
    'Giấy tờ của tôi',
    html`<h1>Giấy tờ của tôi</h1>
${
  held.length === 0
    ? html`<p>Ví chưa có giấy tờ nào.</p>`
    : html`<ul class="cards">${held.map(
        (one) =>
          html`<li><a href="/giay/${one.id}"><strong>${one.title}</strong><span>${one.issuer}</span><span>Nhận lúc ${formatDateTime(one.takenAt)}</span></a></li>`,
      )}</ul>`
}
<h2>Nhận giấy tờ mới</h2>
${offerForm}`,
  );

export const offerPage = (offered: Offered, text: string, error?: string): string =>
  page(
    'Nhận giấy tờ',
    html`<h1>Nhận giấy tờ này vào ví?</h1>
${error && html`<p class="error" id="loi" role="alert">Lỗi: ${error}</p>`}
<dl><div><dt>Giấy tờ</dt><dd>${offered.title}</dd></div><div><dt>Nơi cấp</dt><dd>${offered.issuer}</dd></div></dl>
<form method="post" action="/nhan">
<input type="hidden" name="loi-moi" value="${text}">
${
  offered.typed &&
  html`<label for="ma">${offered.typed}</label>
<input id="ma" name="ma" inputmode="numeric" autocomplete="one-time-code" maxlength="64" required${error && html` aria-describedby="loi"`}>`
}
<button type="submit">Nhận vào ví</button>
</form>
<p><a href="/">Thôi, quay lại</a></p>`,
  );

const valueOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null
      ? Object.values(value).map(String).join(' · ')
      : String(value);

export interface HeldPage {
  readonly held: Held;
  readonly open: Readonly<Record<string, unknown>>;
  readonly hideable: readonly HeldClaim[];
  readonly hasStatus: boolean;
}

export const heldPage = ({ held, open, hideable, hasStatus }: HeldPage): string => {
  const label = (name: string): string => held.labels[name] || name;
  return page(
    held.title,
    html`<h1>${held.title}</h1>
<p>${held.issuer} · nhận lúc ${formatDateTime(held.takenAt)}</p>
<h2>Luôn hiện khi xuất trình</h2>
<dl>${Object.entries(open).map(([name, value]) => html`<div><dt>${label(name)}</dt><dd>${valueOf(value)}</dd></div>`)}</dl>
<h2>Xuất trình</h2>
<form method="post" action="/present">
<input type="hidden" name="id" value="${held.id}">
<fieldset><legend>Chọn những gì người kiểm tra được thấy</legend>
${hideable.map(
  ({ name, value }) =>
    html`<label class="choice"><input type="checkbox" name="claim" value="${name}"><span><b>${label(name)}</b> ${valueOf(value)}</span></label>`,
)}
</fieldset>
<label for="nguoi-kiem-tra">Người kiểm tra</label>
<input id="nguoi-kiem-tra" name="audience" required maxlength="300" value="https://ngan-hang.example.vn" spellcheck="false">
<label for="so-hoi">Số hỏi của người kiểm tra</label>
<input id="so-hoi" name="nonce" required maxlength="300" value="1" spellcheck="false" autocomplete="off">
<button type="submit">Tải tệp xuất trình</button>
</form>
<p><a href="/giay/${held.id}/tep">Tải nguyên giấy tờ</a>${hasStatus && html` · <a href="/giay/${held.id}/trang-thai">Tải danh sách trạng thái</a>`}</p>
<form method="post" action="/giay/${held.id}/bo"><button class="quiet" type="submit">Bỏ khỏi ví</button></form>`,
  );
};

export const sentencePage = (title: string, sentence: string): string =>
  page(title, html`<h1>${title}</h1><p>${sentence}</p><p><a href="/">Về ví</a></p>`);
