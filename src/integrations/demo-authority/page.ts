import type { Instant } from '#kernel/time';
import { formatDateTime } from '#kernel/time';
import { html } from '#platform/html';
import type { Issued } from './state.ts';

const stateOf = ({ revokedAt, to }: Issued, now: Instant) => {
  if (revokedAt !== undefined) return `Đã thu hồi ${formatDateTime(revokedAt)}`;
  return to < now ? 'Hết hạn' : 'Còn hiệu lực';
};

/** What was issued, and a button that revokes: a demo wants to be tried. */
export const listPage = (issued: readonly Issued[], now: Instant): string =>
  html`<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Chứng thực chữ ký dùng thử</title>
<link rel="stylesheet" href="/kieu.css"></head>
<body><h1>Chứng thực chữ ký dùng thử</h1>
<p>Cơ quan chứng thực này chỉ có trong bản dùng thử. Chứng thư bị thu hồi ở đây không ký được nữa, và trang kiểm tra nói rõ điều đó.</p>
<div class="scroll"><table><thead><tr><th>Tên</th><th>Cơ quan</th><th>Số chứng thư</th><th>Trạng thái</th><th></th></tr></thead><tbody>${issued
    .toReversed()
    .map(
      (one) =>
        html`<tr><td>${one.name}</td><td>${one.organisation}</td><td><code>${one.serial}</code></td><td>${stateOf(one, now)}</td><td>${
          one.revokedAt === undefined && one.to >= now
            ? html`<form method="post" action="/revoke"><input type="hidden" name="serial" value="${one.serial}"><button>Thu hồi<span hidden> ${one.name}</span></button></form>`
            : ''
        }</td></tr>`,
    )}</tbody></table></div></body></html>`.toString();

export const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2b33}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem .75rem .5rem 0;border-bottom:1px solid #d5dde1;vertical-align:top}
button{font:inherit;padding:.25rem .75rem}code{font-size:.8rem;word-break:break-all}.scroll{overflow-x:auto}`;
