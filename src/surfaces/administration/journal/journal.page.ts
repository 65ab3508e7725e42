import { z } from 'zod';
import { auditPermissions, recentChanges } from '#capabilities/audit';
import { button, emptyState, select, table, tag } from '#design';
import type { UnitId } from '#kernel/ids';
import { inLocale } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { html } from '#platform/html';
import { definePage } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { AdministrationDeps } from '../core/deps.ts';
import { adminReply, refusedReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { actionNames } from '../core/words.ts';
import { actionInWords, detailsInWords, namesFor } from './names.ts';

const dayMs = 86_400_000;
const shownDays = 90;

/** Every change of units, people, calendars and procedures, and every attempt that was refused. */
export const journalPage = (doors: Doors, deps: AdministrationDeps) =>
  definePage({
    method: 'GET',
    path: '/quan-tri/nhat-ky',
    permission: auditPermissions['audit.read-changes'],
    audit: 'none',
    input: z.object({ loai: z.string().max(60).default('') }),
    async handle(ctx, { loai }) {
      const say = sayIn(ctx.locale);
      const only = Object.hasOwn(actionNames, loai) ? loai : undefined;
      const since = ctx.clock.now() - shownDays * dayMs;
      const found = await recentChanges(ctx, { since, ...(only && { action: only }) });
      if (!found.ok) return refusedReply(ctx, doors, 'journal', found.refusal);
      const directory = await doors.units.directory();
      const nameOf = await namesFor(deps, directory, found.value);
      const choose = html`<form class="mc-stack" action="/quan-tri/nhat-ky">${select({
        name: 'loai',
        label: say('Loại thay đổi', 'Kind of change'),
        options: Object.entries(actionNames).map(([value, name]) => ({
          value,
          text: inLocale(name, ctx.locale),
        })),
        value: only,
        emptyText: say('Tất cả', 'All'),
        width: 'l',
        locale: ctx.locale,
      })}${button({ text: say('Xem loại này', 'Show') })}</form>`;
      const main = html`${choose}${
        found.value.length === 0
          ? emptyState({
              title: say(`Không có thay đổi nào trong ${shownDays} ngày`, 'Nothing in this time'),
            })
          : table({
              id: 'nhat-ky',
              caption: say(`Thay đổi trong ${shownDays} ngày qua`, `Changes of the last ${shownDays} days`),
              columns: [
                { text: say('Lúc', 'When') },
                { text: say('Ai', 'Who') },
                { text: say('Làm gì', 'What') },
                { text: say('Với', 'To') },
                { text: say('Chi tiết', 'Details') },
              ],
              rows: found.value.map((change) => {
                const { text, refused } = actionInWords(change.action, ctx.locale);
                const [kind = '', id = ''] = change.subject.split(':');
                const who =
                  change.actor_kind === 'officer' && change.actor_id !== null
                    ? nameOf('officer', change.actor_id)
                    : say('hệ thống', 'the system');
                return [
                  formatDateTime(change.at),
                  html`${who}<br><span class="mc-quiet">${
                    change.actor_unit === null
                      ? ''
                      : (directory.byId(change.actor_unit as UnitId)?.shortName ?? '')
                  }</span>`,
                  html`${text} ${refused && tag({ text: say('bị từ chối', 'refused'), tone: 'red' })}`,
                  nameOf(kind, id),
                  detailsInWords(change.details, nameOf),
                ];
              }),
            })
      }`;
      return adminReply(ctx, doors, {
        title: say('Nhật ký thay đổi', 'Journal of changes'),
        at: 'journal',
        main,
      });
    },
  });
