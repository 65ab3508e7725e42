import { z } from 'zod';
import { listNotices, markRead, type Notice } from '#capabilities/messages';
import { button, emptyState, pagination, tag } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { definePage, htmlReply, type PageCtx, type Route, redirectTo } from '#platform/http';
import { citizenPage, csrfField, type Doors } from '#surfaces/shared';
import { ownPermission } from '../dossier/mine.ts';
import { addressOf } from '../tracking/next-action.ts';
import { back } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { moment } from '../words/times.ts';

const path = '/cua-toi/hop-thu';
const size = 20;

/** Number of the official form → the word by which its drawing is asked for. */
const paperWord: Readonly<Record<string, string>> = {
  '01': 'giay-tiep-nhan',
  '02': 'phieu-bo-sung',
  '03': 'phieu-tu-choi',
  '04': 'thu-xin-loi',
  '05': 'thong-bao-dung',
};

/** Addresses of our own pages lead there; other addresses stay words, for whoever wrote them is not asked. */
function withLinks(line: string, publicUrl: string): Html {
  const parts = line.split(/(https?:\/\/\S+)/);
  return html`${parts.map((part) =>
    part.startsWith(`${publicUrl}/`) ? html`<a href="${part.slice(publicUrl.length)}">${part}</a>` : part,
  )}`;
}

function noticeItem(ctx: PageCtx, notice: Notice, publicUrl: string): Html {
  const say = sayIn(ctx.locale);
  const code = notice.dossier_code;
  const paper = notice.paper === null ? undefined : paperWord[notice.paper];
  return html`<li><span><strong>${inLocale(notice.title, ctx.locale)}</strong> ${
    notice.read_at === null && tag({ text: say('mới', 'new'), tone: 'blue' })
  }<br><span class="mc-quiet mc-small">${moment(notice.at)}</span>${inLocale(notice.body, ctx.locale)
    .split('\n')
    .filter(Boolean)
    .map((line) => html`<br>${withLinks(line, publicUrl)}`)}${
    code &&
    html`<br><a href="${addressOf(code)}">${say('Mở hồ sơ', 'Open the dossier')}<span class="mc-hidden"> ${code}</span></a>${
      paper &&
      html` · <a href="${addressOf(code, `/giay/${paper}`)}">${say('Tải giấy (PDF)', 'Download (PDF)')}</a>`
    }`
  }</span></li>`;
}

/** The inbox: reading is not marked by looking, for a look changes nothing; a button marks what the page shows. */
export const inboxPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission: ownPermission,
    audit: 'none',
    input: z.object({ trang: z.coerce.number().int().min(1).max(200).catch(1).default(1) }),
    async handle(ctx, { trang }) {
      const say = sayIn(ctx.locale);
      const rows = await listNotices(ctx, { size: size + 1, from: (trang - 1) * size });
      const shown = rows.slice(0, size);
      const unread = shown.filter((notice) => notice.read_at === null);
      const title = say('Hộp thư của bạn', 'Your inbox');
      const main = html`<h1>${title}</h1>${
        shown.length === 0
          ? emptyState({
              title: say('Chưa có tin nào', 'No messages yet'),
              text: html`<p>${say('Khi hồ sơ có gì mới, tin sẽ đến đây.', 'News about your dossiers comes here.')}</p>`,
              icon: 'file',
            })
          : html`${
              unread.length > 0 &&
              html`<form method="post" action="${path}">${csrfField(ctx)}${unread.map(
                (notice) => html`<input type="hidden" name="tin" value="${notice.id}">`,
              )}${button({ text: say('Đánh dấu đã đọc', 'Mark as read') })}</form>`
            }<ul class="mc-files mc-card">${shown.map((notice) => noticeItem(ctx, notice, doors.place.publicUrl))}</ul>`
      }${
        (trang > 1 || rows.length > size) &&
        pagination({
          locale: ctx.locale,
          ...(trang > 1 ? { previous: `${path}?trang=${trang - 1}` } : {}),
          ...(rows.length > size ? { next: `${path}?trang=${trang + 1}` } : {}),
        })
      }`;
      const before = back('/cua-toi', say('Hồ sơ của bạn', 'My dossiers'));
      return htmlReply(citizenPage(ctx, doors, { title, main, before, noindex: true }));
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission: ownPermission,
    audit: 'none',
    input: z.object({ tin: z.union([z.uuid().transform((id) => [id]), z.array(z.uuid()).max(size)]) }),
    async handle(ctx, { tin }) {
      await markRead(ctx, tin);
      return redirectTo(path);
    },
  }),
];
