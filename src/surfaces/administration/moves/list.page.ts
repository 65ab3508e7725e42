import { z } from 'zod';
import {
  cataloguePermissions,
  type Decentralisation,
  decentralisations,
  proposeMove,
} from '#capabilities/catalogue';
import { type UnitDirectory, unitKinds } from '#capabilities/organisations';
import { buttonLink, emptyState, table, tag } from '#design';
import type { UnitId } from '#kernel/ids';
import type { Refusal } from '#kernel/outcome';
import { inLocale, type Locale } from '#kernel/text';
import { localDate } from '#kernel/time';
import { html } from '#platform/html';
import { definePage, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { codesIn } from '../core/codes.ts';
import { dateOf, textOf } from '../core/form.ts';
import { adminReply, beyondRights, refusedReply } from '../core/frame.ts';
import { number, sayIn } from '../core/say.ts';
import { controls, moveForm } from './move-form.view.ts';
import { day, kindNames, levelNames, moveHref, movesPath, standingNames, standingOf } from './words.ts';

const permission = cataloguePermissions['catalogue.design'];

/** Who receives authority, by name. */
export const receiverName = (move: Decentralisation, directory: UnitDirectory, locale: Locale): string =>
  move.to_unit === null
    ? inLocale(levelNames[move.to_level ?? 'province'], locale)
    : (directory.byId(move.to_unit)?.name ?? '');

/** Decisions that move authority over procedures: the list, and the form for the next. */
export const moveListPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: movesPath,
    permission,
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const say = sayIn(ctx.locale);
      const [moves, directory] = await Promise.all([decentralisations(ctx), doors.units.directory()]);
      const today = localDate(ctx.clock.now());
      const main = html`<p>${say(
        'Quyết định có hai người: một người ghi, người khác đối chiếu và duyệt. Đến ngày, hồ sơ đang mở được báo ai giải quyết.',
        'Two people: one enters the decision, another compares and approves. On its day, open dossiers are told who decides.',
      )}</p><p>${buttonLink({
        text: say('Ghi quyết định', 'Enter a decision'),
        href: moveHref('them'),
        kind: 'primary',
      })}</p>${
        moves.length === 0
          ? emptyState({
              title: say('Chưa có quyết định nào', 'No decision yet'),
              text: say(
                'Thẩm quyền đang theo định nghĩa của từng thủ tục.',
                'Every procedure is decided as its definition says.',
              ),
            })
          : table({
              id: 'phan-cap',
              caption: say(`${moves.length} quyết định`, `${moves.length} decisions`),
              columns: [
                { text: say('Số, ngày ký', 'Number, day') },
                { text: say('Tình trạng', 'State') },
                { text: say('Hình thức', 'Kind') },
                { text: say('Thủ tục', 'Procedures'), numeric: true },
                { text: say('Chuyển cho', 'To') },
                { text: say('Từ', 'From') },
                { text: say('Đến', 'Until') },
              ],
              rows: moves.map((move) => {
                const { text, tone } = standingNames[standingOf(move, today)];
                return [
                  html`<a href="${moveHref(move.id)}">${move.number}</a><br><span class="mc-quiet">${day(move.decided_on)}</span>`,
                  tag({ text: inLocale(text, ctx.locale), tone }),
                  inLocale(kindNames[move.kind], ctx.locale),
                  number(move.codes.length),
                  receiverName(move, directory, ctx.locale),
                  day(move.from_day),
                  day(move.until_day),
                ];
              }),
            })
      }`;
      return adminReply(ctx, doors, {
        title: say('Phân cấp, ủy quyền', 'Decentralisation and delegation'),
        at: 'moves',
        main,
      });
    },
  }),
  definePage({
    method: 'GET',
    path: `${movesPath}/them`,
    permission,
    audit: 'none',
    input: z.object({}),
    handle: (ctx) => formReply(ctx, doors),
  }),
  definePage({
    method: 'POST',
    path: `${movesPath}/them`,
    permission,
    audit: 'catalogue.propose-move',
    input: z.object({}),
    async handle(ctx) {
      const { fields } = ctx;
      const field = (name: string) => textOf(fields, name).trim();
      const { codes, strange } = codesIn(field(controls.codes));
      if (strange[0] !== undefined)
        return formReply(ctx, doors, { code: 'code-shape', field: 'codes', details: { word: strange[0] } });
      const until = ['day', 'month', 'year'].every((part) => field(`${controls.until}-${part}`) === '')
        ? null
        : (dateOf(fields, controls.until) ?? '?');
      const outcome = await proposeMove(ctx, {
        number: field(controls.number),
        issuer: field(controls.issuer),
        decidedOn: dateOf(fields, controls.decidedOn) ?? '?',
        kind: field(controls.kind),
        codes,
        toLevel: field(controls.to) || null,
        toUnit: (field(controls.toUnit) || null) as UnitId | null,
        from: dateOf(fields, controls.from) ?? '?',
        until,
        openDossiers: field(controls.openDossiers),
        note: field(controls.note),
      });
      if (outcome.ok) return redirectTo(moveHref(outcome.value, '?xong=1'));
      if (beyondRights(outcome.refusal)) return refusedReply(ctx, doors, 'moves', outcome.refusal);
      return formReply(ctx, doors, outcome.refusal);
    },
  }),
];

async function formReply(ctx: PageCtx, doors: Doors, refusal?: Refusal): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const directory = await doors.units.directory();
  const head = directory.head();
  const deciding = unitKinds.filter((kind) => !kind.endsWith('centre'));
  return adminReply(ctx, doors, {
    title: say('Ghi quyết định phân cấp, ủy quyền', 'Enter a decision'),
    at: 'moves',
    back: { href: movesPath, text: say('Phân cấp, ủy quyền', 'Decentralisation') },
    main: moveForm({
      ctx,
      say,
      issuer: head?.name ?? '',
      units: directory.ofKind(...deciding).map(({ id, name }) => ({ value: id, text: name })),
      withLevels: doors.place.kind === 'province',
      refusal,
    }),
    refusal,
    target: refusal && (controls[refusal.field as keyof typeof controls] ?? refusal.field),
  });
}
