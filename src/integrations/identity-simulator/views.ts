import { type Html, html } from '#platform/html';
import type { Choice } from './people.ts';

export interface Look {
  /** `vneid` or `officers`. */
  readonly kind: string;
  readonly title: string;
  readonly lead: string;
}

const page = (look: Look, title: string, body: Html): string =>
  html`<!doctype html>
<html lang="vi" data-kind="${look.kind}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${look.title}</title>
<link rel="stylesheet" href="/kieu.css">
</head>
<body>
<header><p class="sign">Mô phỏng</p><p class="name">${look.title}</p></header>
<main>${body}</main>
<footer><p>Trang này giả lập dịch vụ đăng nhập bên ngoài để dùng thử. Mọi người ở đây đều không có thật.</p></footer>
</body>
</html>`.text;

const cancel = (uid: string): Html =>
  html`<form method="post" action="/chon/${uid}/thoi"><button class="quiet" type="submit">Thôi, quay lại</button></form>`;

export const choosePage = (
  look: Look,
  props: { readonly uid: string; readonly words: string; readonly choices: readonly Choice[] },
): string =>
  page(
    look,
    'Chọn người đăng nhập',
    html`<h1>Bạn muốn đăng nhập là ai?</h1>
<p>${look.lead}</p>
<form method="get" action="/chon/${props.uid}" role="search">
<label for="q">Tìm theo tên hoặc nơi ở, nơi làm việc</label>
<div class="row"><input id="q" name="q" type="search" value="${props.words}" autocomplete="off"><button class="quiet" type="submit">Tìm</button></div>
</form>
${
  props.choices.length === 0
    ? html`<p>Không thấy ai có tên như vậy. Hãy thử ít chữ hơn.</p>`
    : html`<form method="post" action="/chon/${props.uid}"><ul class="people">${props.choices.map(
        (choice) =>
          html`<li><button type="submit" name="subject" value="${choice.subject}"><strong>${choice.name}</strong><span>${choice.note}</span></button></li>`,
      )}</ul></form>`
}
${cancel(props.uid)}`,
  );

export const codePage = (
  look: Look,
  props: { readonly uid: string; readonly choice: Choice; readonly code: string; readonly wrong: boolean },
): string =>
  page(
    look,
    'Nhập mã xác nhận',
    html`<h1>Nhập mã xác nhận</h1>
<p>${props.choice.name}, ứng dụng trên điện thoại của bạn đang hiện mã:</p>
<p class="code" id="ma-mau">${props.code}</p>
<form method="post" action="/chon/${props.uid}/ma">
<input type="hidden" name="subject" value="${props.choice.subject}">
<label for="ma">Mã gồm 6 chữ số</label>
${props.wrong && html`<p class="error" id="ma-loi">Lỗi: Mã chưa đúng hoặc đã hết hạn. Hãy nhập mã đang hiện ở trên.</p>`}
<div class="row"><input id="ma" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="7" required value="${props.code}"${props.wrong ? html` aria-describedby="ma-loi"` : ''}>
<button type="submit">Xác nhận</button></div>
</form>
${cancel(props.uid)}`,
  );

export const sentencePage = (look: Look, title: string, sentence: string, form?: Html): string =>
  page(look, title, html`<h1>${title}</h1><p>${sentence}</p>${form}`);

export const style = `
:root{--ink:#1e1a16;--ink-2:#5a5148;--paper:#f4f6f8;--card:#fff;--line:#d5dbe1;--main:#8a1c1c;--on-main:#fff;color-scheme:light dark}
[data-kind=officers]{--main:#1d4f7c}
@media (prefers-color-scheme:dark){:root{--ink:#f1ece4;--ink-2:#c3b9ac;--paper:#15181b;--card:#1e2226;--line:#3a4148;--main:#d98c86;--on-main:#1b1010}
[data-kind=officers]{--main:#8fbce4;--on-main:#0d1620}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:18px/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
header{display:flex;gap:.75rem;align-items:center;padding:.75rem 1rem;background:var(--main);color:var(--on-main)}
header p{margin:0}.sign{border:1px solid currentColor;border-radius:6px;padding:0 .5rem;font-size:.85rem}.name{font-weight:600}
main,footer{max-width:40rem;margin:0 auto;padding:1rem}
footer{color:var(--ink-2);font-size:.9rem}
h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0}
label{display:block;font-weight:600;margin:1rem 0 .25rem}
.row{display:flex;gap:.5rem}
input{flex:1;min-width:0;font:inherit;padding:.6rem .75rem;min-height:48px;border:1px solid var(--ink-2);border-radius:8px;background:var(--card);color:inherit}
button{font:inherit;min-height:48px;padding:.5rem 1rem;border-radius:8px;border:1px solid var(--main);background:var(--main);color:var(--on-main);cursor:pointer}
button.quiet{background:transparent;color:inherit;border-color:var(--ink-2);margin-top:0}
main>form:last-child{margin-top:1.5rem}
:focus-visible{outline:4px solid #e5b33a;outline-offset:2px}
.people{list-style:none;margin:1rem 0;padding:0;display:grid;gap:.5rem}
.people button{width:100%;text-align:left;background:var(--card);color:inherit;border-color:var(--line);display:grid}
.people span{color:var(--ink-2);font-size:.95rem}
.code{font:600 2rem/1.3 ui-monospace,monospace;letter-spacing:.2em}
.error{color:#a01d14;font-weight:600}
@media (prefers-color-scheme:dark){.error{color:#ff9d94}}
`;
