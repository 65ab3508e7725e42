import { z } from 'zod';
import {
  cataloguePermissions,
  type KeptLevel,
  type PublishedProcedure,
  serviceLevelsOf,
  setServiceLevel,
} from '#capabilities/catalogue';
import { emptyState, searchBox, table } from '#design';
import type { UnitId } from '#kernel/ids';
import type { Refusal } from '#kernel/outcome';
import { inLocale, type Locale } from '#kernel/text';
import { formatDate, formatDateTime, isPlainDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { dateOf, textOf } from '../core/form.ts';
import { adminReply, beyondRights, refusedReply } from '../core/frame.ts';
import { type Say, sayIn } from '../core/say.ts';
import { controls, levelForm, levelNames } from './level-form.view.ts';

const path = '/quan-tri/muc-truc-tuyen';
const permission = cataloguePermissions['catalogue.publish'];
const code = z.string().regex(/^\d\.\d{6}$/);
const size = 60;

/** How far each procedure is served online, everywhere and at single authorities, from which day. */
export const levelPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input: z.object({ q: z.string().max(200).catch('').default('') }),
    async handle(ctx, { q }) {
      const say = sayIn(ctx.locale);
      const offer = await doors.catalogue.offer();
      const found = await doors.catalogue.search(q, {}, { size });
      const live = found.hits.map(({ entry }) => entry).filter((entry) => entry.live);
      const rows = await Promise.all(live.map((entry) => doors.catalogue.current(entry.code)));
      const main = html`<p>${say(
        'Mức ghi trong định nghĩa là mức chung. Ở đây đặt mức khác, cho mọi nơi hoặc cho một cơ quan, từ một ngày.',
        'The definition names the general level. Here another one is set, everywhere or at one authority, from a day on.',
      )}</p>${searchBox({
        id: 'q',
        name: 'q',
        action: path,
        label: say('Tìm thủ tục có tờ khai riêng', 'Find a procedure with its own form'),
        value: q,
        buttonText: say('Tìm thủ tục', 'Search'),
        key: '/',
      })}${
        live.length === 0
          ? emptyState({
              title: say('Không thấy thủ tục nào', 'Nothing found'),
              text: say('Thử ít chữ hơn, hoặc gõ mã.', 'Try fewer words, or the code.'),
            })
          : table({
              id: 'muc',
              caption: say('Mức đang áp dụng', 'Levels today'),
              columns: [
                { text: say('Mã', 'Code') },
                { text: say('Tên', 'Name') },
                { text: say('Mọi nơi', 'Everywhere') },
                { text: say('Nơi riêng', 'Set apart'), numeric: true },
              ],
              rows: rows.flatMap((each) =>
                each?.definition
                  ? [
                      [
                        html`<span class="mc-code">${each.code}</span>`,
                        html`<a href="${path}/${each.code}">${each.name}</a>`,
                        inLocale(
                          levelNames[offer.serviceLevel(each.code, each.definition.online.level)],
                          ctx.locale,
                        ),
                        String(offer.setApart(each.code).length),
                      ],
                    ]
                  : [],
              ),
            })
      }`;
      return adminReply(ctx, doors, { title: say('Mức trực tuyến', 'Online levels'), at: 'levels', main });
    },
  }),
  definePage({
    method: 'GET',
    path: `${path}/:code`,
    permission,
    audit: 'none',
    input: z.object({ code }),
    async handle(ctx, input) {
      const procedure = await doors.catalogue.current(input.code);
      return procedure ? oneReply(ctx, doors, procedure) : problem('not-found');
    },
  }),
  definePage({
    method: 'POST',
    path: `${path}/:code`,
    permission,
    audit: 'catalogue.set-level',
    input: z.object({ code }),
    async handle(ctx, input) {
      const procedure = await doors.catalogue.current(input.code);
      if (!procedure) return problem('not-found');
      const unit = textOf(ctx.fields, controls.unit);
      const outcome = await setServiceLevel(ctx, {
        code: procedure.code,
        unit: unit === '' ? null : (unit as UnitId),
        level: textOf(ctx.fields, controls.level),
        from: dateOf(ctx.fields, controls.from) ?? '',
        decision: textOf(ctx.fields, controls.decision),
      });
      if (outcome.ok) {
        doors.catalogue.forget();
        return redirectTo(`${path}/${procedure.code}?xong=1`);
      }
      if (beyondRights(outcome.refusal)) return refusedReply(ctx, doors, 'levels', outcome.refusal);
      return oneReply(ctx, doors, procedure, outcome.refusal);
    },
  }),
];

async function oneReply(
  ctx: PageCtx,
  doors: Doors,
  procedure: PublishedProcedure,
  refusal?: Refusal,
): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const [offer, directory, history] = await Promise.all([
    doors.catalogue.offer(),
    doors.units.directory(),
    serviceLevelsOf(ctx, procedure.code),
  ]);
  const published = procedure.definition?.online.level ?? 'none';
  const now = inLocale(levelNames[offer.serviceLevel(procedure.code, published)], ctx.locale);
  const nameOf = (unit: UnitId) => directory.byId(unit)?.name ?? unit;
  const main = html`<p>${say(`Mức chung hôm nay: ${now}.`, `General level today: ${now}.`)}</p>${levelForm({
    ctx,
    say,
    action: `${path}/${procedure.code}`,
    today: directory.day,
    units: directory
      .ofKind(
        'commune-committee',
        'commune-police',
        'department',
        'provincial-police',
        'province',
        'ministry-department',
        'ministry',
      )
      .map(({ id, name }) => ({ value: id, text: name })),
    refusal,
  })}${history.length > 0 && historyTable(say, ctx.locale, history, nameOf)}`;
  return adminReply(ctx, doors, {
    title: procedure.name,
    code: procedure.code,
    at: 'levels',
    back: { href: path, text: say('Mức trực tuyến', 'Online levels') },
    main,
    refusal,
    target: refusal && controls[refusal.field as keyof typeof controls],
  });
}

const historyTable = (
  say: Say,
  locale: Locale,
  history: readonly KeptLevel[],
  nameOf: (unit: UnitId) => string,
): Html =>
  table({
    id: 'da-quyet',
    caption: say('Đã quyết định', 'Decided so far'),
    columns: [
      { text: say('Từ ngày', 'From') },
      { text: say('Nơi', 'Where') },
      { text: say('Mức', 'Level') },
      { text: say('Quyết định', 'Decision') },
      { text: say('Ghi lúc', 'Entered') },
    ],
    rows: history.map((each) => [
      isPlainDate(each.from_day) ? formatDate(each.from_day) : each.from_day,
      each.unit === null ? say('mọi nơi', 'everywhere') : nameOf(each.unit),
      inLocale(levelNames[each.level], locale),
      each.decision,
      formatDateTime(each.entered_at),
    ]),
  });
