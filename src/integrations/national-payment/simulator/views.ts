import { type Dong, formatDong } from '#kernel/money';
import { formatDateTime } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { paymentOf, type TrueOrder } from './truth.ts';

/** Banks to choose from; the codes are MaNganHang. */
export const banks = [
  { code: 'VIETCOMBANK', name: 'Vietcombank' },
  { code: 'VIETINBANK', name: 'VietinBank' },
  { code: 'BIDV', name: 'BIDV' },
  { code: 'AGRIBANK', name: 'Agribank' },
  { code: 'KIENLONGBANK', name: 'KienlongBank' },
] as const;

const page = (title: string, body: Html): string =>
  html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Nền tảng thanh toán</title>
<link rel="stylesheet" href="/kieu.css">
</head>
<body>
<header><p class="sign">Mô phỏng</p><p class="name">Nền tảng thanh toán</p></header>
<main>${body}</main>
<footer><p>Trang này giả lập cổng thanh toán bên ngoài để dùng thử. Không có tiền thật nào được chuyển.</p></footer>
</body>
</html>`.text;

const facts = (order: TrueOrder): Html => html`<dl>
<div><dt>Đơn vị thu</dt><dd>${order.unit}</dd></div>
<div><dt>Nội dung</dt><dd>${order.service}</dd></div>
<div><dt>Hồ sơ</dt><dd class="code">${order.dossier}</dd></div>
<div><dt>Người nộp</dt><dd>${order.payer}</dd></div>
<div><dt>Mã tham chiếu</dt><dd class="code">${order.reference}</dd></div>
</dl>`;

const money = (amount: number): string => formatDong(amount as Dong);

const payPage = (order: TrueOrder): string =>
  page(
    'Thanh toán',
    html`<h1>Thanh toán <span class="whole">${money(order.amount)}</span></h1>
${facts(order)}
<p>Giao dịch chờ bạn đến ${formatDateTime(order.until)}.</p>
<form method="post" action="/thanh-toan/${order.token}/tra">
<fieldset><legend>Bạn trả bằng tài khoản ở ngân hàng nào?</legend>
${banks.map(
  ({ code, name }, at) =>
    html`<label class="choice"><input type="radio" name="bank" value="${code}"${at === 0 && html` checked`}><span>${name}</span></label>`,
)}
</fieldset>
<button type="submit">Thanh toán</button>
</form>
<form method="post" action="/thanh-toan/${order.token}/huy"><button class="quiet" type="submit">Hủy giao dịch</button></form>`,
  );

const ended: Readonly<Record<string, { readonly title: string; readonly sentence: string }>> = {
  captured: { title: 'Đã thanh toán', sentence: 'Bạn không phải trả thêm. Biên lai có trong hồ sơ của bạn.' },
  failed: {
    title: 'Giao dịch đã dừng',
    sentence: 'Tài khoản của bạn không bị trừ tiền. Hãy quay lại để trả lần khác.',
  },
  refunded: { title: 'Đã hoàn tiền', sentence: 'Tiền đã được trả về tài khoản của bạn.' },
  'charged-back': { title: 'Đã tra soát', sentence: 'Ngân hàng đã trả tiền về tài khoản của bạn.' },
};

/** The page of an order: to pay while it lives, what became of it afterwards. */
export function orderPage(order: TrueOrder): string {
  const end = ended[order.state];
  if (!end) return payPage(order);
  return page(
    end.title,
    html`<h1>${end.title}</h1><p>${end.sentence}</p>
<p class="amount">${money(paymentOf(order)?.amount ?? order.amount)}</p>
${facts(order)}
<p><a class="button" href="${order.returnUrl}">Quay lại nơi nộp hồ sơ</a></p>`,
  );
}

/** The platform's receipt. */
export function billPage(order: TrueOrder): string {
  const payment = paymentOf(order);
  if (!payment) return sentencePage('Chưa có biên lai', 'Giao dịch này chưa được thanh toán.');
  return page(
    'Biên lai',
    html`<h1>Biên lai thu phí, lệ phí</h1>
<p class="amount">${money(payment.amount)}</p>
${facts(order)}
<dl>
<div><dt>Mã giao dịch</dt><dd class="code">${payment.transaction}</dd></div>
<div><dt>Ngân hàng</dt><dd>${banks.find(({ code }) => code === payment.bank)?.name ?? payment.bank}</dd></div>
<div><dt>Thời gian</dt><dd>${formatDateTime(payment.at)}</dd></div>
</dl>`,
  );
}

export const sentencePage = (title: string, sentence: string): string =>
  page(title, html`<h1>${title}</h1><p>${sentence}</p>`);

export const style = `
:root{--ink:#1e1a16;--ink-2:#5a5148;--paper:#f4f6f8;--card:#fff;--line:#d5dbe1;--main:#1d4f7c;--on-main:#fff;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--ink:#f1ece4;--ink-2:#c3b9ac;--paper:#15181b;--card:#1e2226;--line:#3a4148;--main:#8fbce4;--on-main:#0d1620}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:18px/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
header{display:flex;gap:.75rem;align-items:center;padding:.75rem 1rem;background:var(--main);color:var(--on-main)}
header p{margin:0}.sign,.whole{white-space:nowrap}.sign{border:1px solid currentColor;border-radius:6px;padding:0 .5rem;font-size:.85rem}.name{font-weight:600}
main,footer{max-width:40rem;margin:0 auto;padding:1rem}
footer{color:var(--ink-2);font-size:.9rem}
h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0}
dl{margin:1rem 0;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.25rem 1rem}
dl div{padding:.5rem 0}dl div+div{border-top:1px solid var(--line)}
dt{color:var(--ink-2);font-size:.95rem}dd{margin:0;overflow-wrap:anywhere}
.code,.amount{font-variant-numeric:tabular-nums}.amount{font-size:1.6rem;font-weight:600;margin:.5rem 0}
fieldset{border:0;margin:1rem 0;padding:0;display:grid;gap:.5rem}legend{font-weight:600;margin-bottom:.5rem;padding:0}
.choice{display:flex;gap:.75rem;align-items:center;min-height:48px;padding:.5rem 1rem;background:var(--card);border:1px solid var(--line);border-radius:8px}
.choice input{width:1.25rem;height:1.25rem;margin:0;accent-color:var(--main)}
button,.button{display:inline-block;font:inherit;min-height:48px;padding:.6rem 1.25rem;border-radius:8px;border:1px solid var(--main);background:var(--main);color:var(--on-main);cursor:pointer;text-decoration:none}
button.quiet{background:transparent;color:inherit;border-color:var(--ink-2)}
form+form{margin-top:.75rem}
@media (max-width:30rem){button,.button{width:100%;text-align:center}}
:focus-visible{outline:4px solid #e5b33a;outline-offset:2px}
`;
