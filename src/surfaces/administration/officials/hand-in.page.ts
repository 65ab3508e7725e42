import { z } from 'zod';
import {
  handInOfficials,
  identityPermissions,
  officialColumns,
  officialsFileLimits,
  officialsHeader,
} from '#capabilities/identity';
import { button, card, details, fileUpload, table } from '#design';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { definePage, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import { type Doors, filesIn, roleTitles } from '#surfaces/shared';
import { adminReply } from '../core/frame.ts';
import { number, sayIn } from '../core/say.ts';
import { sentenceFor } from '../sentences.ts';
import { officialsExample, officialsHome, officialsHref } from './addresses.ts';
import { columnHints } from './column-hints.ts';

const permission = identityPermissions.managePeople;
const field = 'tep';

/** A file of officials is handed in; what it would do is shown before anything is done. */
export const handInPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: officialsHome,
    permission,
    audit: 'none',
    input: z.object({}),
    handle: (ctx) => formReply(ctx, doors),
  }),
  definePage({
    method: 'POST',
    path: officialsHome,
    permission,
    audit: 'officer.hand-in-file',
    perMinute: 10,
    multipart: true,
    input: z.object({}),
    async handle(ctx) {
      const { tep } = await filesIn(ctx, { [field]: officialsFileLimits.bytes });
      const file = { name: tep?.name ?? '', bytes: tep?.bytes ?? new Uint8Array(), words: roleTitles };
      const handed = await handInOfficials(ctx, doors, file);
      return handed.ok ? redirectTo(officialsHref(handed.value)) : formReply(ctx, doors, handed.refusal);
    },
  }),
  definePage({
    method: 'GET',
    path: officialsExample,
    permission,
    audit: 'none',
    input: z.object({}),
    handle: () =>
      Promise.resolve({
        kind: 'bytes',
        status: 200,
        type: 'text/csv; charset=utf-8',
        // With a mark, by which spreadsheet programs know the encoding.
        bytes: Buffer.from(`\ufeff${officialsHeader}\r\n${exampleRow}\r\n`),
        headers: { 'content-disposition': 'attachment; filename="can-bo-mau.csv"' },
      }),
  }),
];

const exampleRow =
  'Nguyễn Văn Mẫu;089190000001;mau.nv@coquan.example.vn;mau.nv;H01.105;Chuyên viên;Chuyên viên|Văn thư;01/12/2026;';

function formReply(ctx: PageCtx, doors: Doors, refusal?: Refusal): Promise<Reply> {
  const say = sayIn(ctx.locale);
  return adminReply(ctx, doors, {
    title: say('Nhập cán bộ từ tệp', 'Officials from a file'),
    at: 'units',
    back: { href: '/quan-tri/don-vi', text: say('Đơn vị và cán bộ', 'Units and people') },
    main: formView(ctx, refusal),
    refusal,
    target: refusal?.field === undefined ? undefined : field,
  });
}

function formView(ctx: PageCtx, refusal: Refusal | undefined): Html {
  const say = sayIn(ctx.locale);
  const { bytes, rows } = officialsFileLimits;
  const most = bytes / 1_000_000;
  const action = `${officialsHome}?_csrf=${encodeURIComponent(ctx.csrf)}`;
  return html`${card({
    title: say('Chọn tệp', 'Choose the file'),
    content: html`<form class="mc-stack"${attributes({ method: 'post', enctype: 'multipart/form-data', novalidate: true, action })}>${fileUpload(
      {
        name: field,
        label: say('Danh sách cán bộ', 'List of officials'),
        hint: html`${say('Tệp CSV (UTF-8), mỗi dòng một người ở một đơn vị.', 'CSV (UTF-8), a row for each person in each unit.')} <a${attributes({ href: officialsExample })}>${say('Tải tệp mẫu', 'Example file')}</a>`,
        rule: say(`Tối đa ${most} MB, ${number(rows)} dòng`, `At most ${most} MB, ${number(rows)} rows`),
        accept: '.csv,text/csv',
        maxBytes: bytes,
        tooBigText: sentenceFor({ code: 'officials-large', details: { most } }, ctx.locale),
        ...(refusal?.field === 'file' ? { error: sentenceFor(refusal, ctx.locale) } : {}),
        locale: ctx.locale,
      },
    )}<p class="mc-quiet">${say(
      'Bước này chỉ xem trước, chưa đổi gì. Tệp không chứa mật khẩu: cán bộ vào bằng tài khoản công vụ.',
      'This only shows what would happen. No passwords: officials sign in with their official account.',
    )}</p>${button({ text: say('Xem trước từng dòng', 'Look at every row'), kind: 'primary' })}</form>`,
  })}${details({
    summary: say('Các cột của tệp', 'Columns of the file'),
    content: table({
      id: 'cot',
      caption: say('Các cột, theo thứ tự bất kỳ', 'The columns, in any order'),
      columns: [{ text: say('Cột', 'Column') }, { text: say('Ghi gì', 'What to write') }],
      rows: Object.entries(officialColumns).map(([column, name]) => [
        inLocale(name, ctx.locale),
        inLocale(columnHints[column as keyof typeof officialColumns], ctx.locale),
      ]),
    }),
  })}`;
}
