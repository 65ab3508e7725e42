import type { PublishedProcedure } from '#capabilities/catalogue';
import { buttonLink, notice, pageHeading } from '#design';
import { formatDate, isPlainDate, localDate } from '#kernel/time';
import { html } from '#platform/html';
import type { PageCtx, Reply } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { officeReply } from '../../core/frame.ts';
import { sayIn } from '../../words/say.ts';
import { counterHome, sheetHref } from '../addresses.ts';

/** A procedure that is no longer offered: nothing is received, and the counter is led to the one in its place. */
export async function closedReply(
  ctx: PageCtx,
  doors: Doors,
  { code, name, closed_from: from, replaced_by: next }: PublishedProcedure,
): Promise<Reply | undefined> {
  if (from === null || !isPlainDate(from) || from > localDate(ctx.clock.now())) return undefined;
  const say = sayIn(ctx.locale);
  const instead = next === null ? undefined : await doors.catalogue.current(next);
  const main = html`${pageHeading({ title: name, code })}${notice({
    kind: 'warning',
    title: say(`Thủ tục này dừng nhận từ ${formatDate(from)}`, `No longer received from ${formatDate(from)}`),
    content: html`<p>${say(
      'Hồ sơ đã nhận trước ngày đó vẫn giải quyết đến cùng.',
      'Dossiers received before are worked on to their end.',
    )}</p>${instead && html`<p>${say('Thay bằng', 'In its place')}: <span class="mc-code">${instead.code}</span> ${instead.name}</p>`}`,
  })}<p>${
    instead
      ? buttonLink({
          text: say('Nhận theo thủ tục thay thế', 'Receive the one in its place'),
          href: sheetHref(instead.code),
          kind: 'primary',
        })
      : buttonLink({ text: say('Chọn thủ tục khác', 'Choose another'), href: counterHome, kind: 'primary' })
  }</p>`;
  return officeReply(ctx, doors, { title: name, main, status: 410 });
}
