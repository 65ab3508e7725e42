import { z } from 'zod';
import { auditPermissions, recentChanges } from '#capabilities/audit';
import { identityPermissions } from '#capabilities/identity';
import { listUnsentMail } from '#capabilities/messages';
import { notice, numberTile } from '#design';
import { allows } from '#kernel/actor';
import { inLocale } from '#kernel/text';
import { localDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { definePage, type PageCtx } from '#platform/http';
import { attentionPermissions, listStuckEvents } from '#platform/jobs';
import type { Doors } from '#surfaces/shared';
import { attentionPath } from '../attention/attention.view.ts';
import { adminReply, officerOf, ownRoots } from '../core/frame.ts';
import { number, sayIn } from '../core/say.ts';
import { findUnits } from '../units/list.page.ts';

const weekMs = 7 * 86_400_000;

/** What needs an administrator's attention. */
export const homePage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/quan-tri',
    permission: identityPermissions.managePeople,
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const say = sayIn(ctx.locale);
      const actor = officerOf(ctx);
      const directory = await doors.units.directory();
      const units = findUnits(actor, directory, '');
      const unitTile = numberTile({
        label: say('Đơn vị của bạn', 'Your units'),
        value: number(units.length),
        meaning: ownRoots(actor, directory)
          .map((id) => directory.byId(id)?.name ?? '')
          .join(', '),
        href: '/quan-tri/don-vi',
      });
      const main = html`<div class="mc-grid">${unitTile}${await calendarTile(ctx, doors)}${
        allows(actor, attentionPermissions['attention.tend']) && (await stuckTile(ctx))
      }${allows(actor, auditPermissions['audit.read-changes']) && (await journalTiles(ctx))}</div>${notice({
        kind: 'inset',
        content: say(
          'Mọi thay đổi ở đây được ghi vào nhật ký. Quản trị hệ thống không xem nội dung hồ sơ.',
          'Every change here is recorded. The technical administrator sees no dossier.',
        ),
      })}`;
      return adminReply(ctx, doors, { title: say('Quản trị', 'Administration'), at: 'home', main });
    },
  });

/** A year without its notice is counted by weekends only, and dates promised into it may be wrong. */
async function calendarTile(ctx: PageCtx, doors: Doors): Promise<Html> {
  const say = sayIn(ctx.locale);
  const { content } = await doors.calendars.currentEdition();
  const last = Math.max(0, ...content.days.map(({ date }) => Number(date.slice(0, 4))));
  const today = localDate(ctx.clock.now());
  const late = today.slice(5) >= '10-01' && last <= Number(today.slice(0, 4));
  return numberTile({
    label: say('Lịch đã có đến năm', 'Calendar known until'),
    value: String(last),
    meaning: late
      ? say(
          'Chưa có lịch nghỉ năm sau; hãy công bố khi có thông báo.',
          'Next year is missing; publish its notice.',
        )
      : say('Đủ cho năm sau.', 'Enough for the next year.'),
    href: '/quan-tri/lich',
    tone: late ? 'amber' : 'grey',
  });
}

/** Follow-up work and e-mails that wait for a human. */
async function stuckTile(ctx: PageCtx): Promise<Html> {
  const say = sayIn(ctx.locale);
  const [events, mails] = await Promise.all([listStuckEvents(ctx), listUnsentMail(ctx)]);
  const count = events.length + mails.length;
  return numberTile({
    label: say('Việc bị kẹt', 'Stuck work'),
    value: number(count),
    meaning:
      count > 0
        ? say('xem vì sao, rồi cho thử lại', 'see why, then try again')
        : say('mọi việc đã xong', 'all is done'),
    href: attentionPath,
    tone: count > 0 ? 'amber' : 'grey',
  });
}

async function journalTiles(ctx: PageCtx): Promise<readonly Html[]> {
  const say = sayIn(ctx.locale);
  const found = await recentChanges(ctx, { since: ctx.clock.now() - weekMs, size: 1000 });
  const changes = found.ok ? found.value : [];
  const tried = changes.filter(({ action }) => action.endsWith('.refused')).length;
  const glass = changes.filter(({ action }) => action.startsWith('officer.break-glass')).length;
  const week = { vi: 'trong 7 ngày qua', en: 'in the last 7 days' };
  const when = inLocale(week, ctx.locale);
  return [
    numberTile({
      label: say('Việc bị từ chối', 'Refused attempts'),
      value: number(tried),
      meaning: when,
      href: '/quan-tri/nhat-ky',
      tone: tried > 0 ? 'amber' : 'grey',
    }),
    numberTile({
      label: say('Dùng tài khoản khẩn cấp', 'Break-glass uses'),
      value: number(glass),
      meaning: glass > 0 ? say(`${when}; hãy xem lý do`, `${when}; see why`) : when,
      href: '/quan-tri/nhat-ky?loai=officer.break-glass',
      tone: glass > 0 ? 'red' : 'grey',
    }),
  ];
}
