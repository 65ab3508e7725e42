import { z } from 'zod';
import {
  cataloguePermissions,
  changeList,
  countEssential,
  coverageOf,
  type ListName,
  listHistory,
  listNames,
} from '#capabilities/catalogue';
import { buttonLink, card, emptyState, numberTile, table, tag } from '#design';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { formatDate, formatDateTime, isPlainDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { codesIn } from '../core/codes.ts';
import { dateOf, textOf } from '../core/form.ts';
import { adminReply, beyondRights, refusedReply } from '../core/frame.ts';
import { number, type Say, sayIn } from '../core/say.ts';
import { procedureHref } from '../procedures/addresses.ts';
import { controls, listForm, listTitles } from './list-form.view.ts';

const path = '/quan-tri/danh-muc';
const permission = cataloguePermissions['catalogue.publish'];
/** Lists by the word in the address. */
const slugs: Readonly<Record<string, ListName>> = {
  'nop-moi-noi': 'anywhere',
  'thiet-yeu-25': 'essential-25',
  'thiet-yeu-53': 'essential-53',
};
const slugOf = (list: ListName): string => Object.keys(slugs).find((slug) => slugs[slug] === list) ?? '';
const slug = z.enum(['nop-moi-noi', 'thiet-yeu-25', 'thiet-yeu-53']);

/** Lists that procedures enter and leave by decision: filed anywhere, and essential services. */
export const listPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const say = sayIn(ctx.locale);
      const main = html`<div class="mc-grid">${await tiles(doors, say)}</div><ul>${listsHere(doors).map(
        (list) =>
          html`<li><a href="${path}/${slugOf(list)}">${inLocale(listTitles[list], ctx.locale)}</a></li>`,
      )}</ul><p class="mc-quiet">${doors.catalogue.essentialServices().about}</p>`;
      return adminReply(ctx, doors, {
        title: say('Danh mục thủ tục', 'Lists of procedures'),
        at: 'lists',
        main,
      });
    },
  }),
  definePage({
    method: 'GET',
    path: `${path}/:list`,
    permission,
    audit: 'none',
    input: z.object({ list: slug }),
    handle: (ctx, input) => listReply(ctx, doors, slugs[input.list] as ListName),
  }),
  definePage({
    method: 'POST',
    path: `${path}/:list`,
    permission,
    audit: 'catalogue.list',
    input: z.object({ list: slug }),
    async handle(ctx, input) {
      const list = slugs[input.list] as ListName;
      const { codes, strange } = codesIn(textOf(ctx.fields, controls.codes));
      if (strange[0] !== undefined)
        return listReply(ctx, doors, list, {
          code: 'code-shape',
          field: 'codes',
          details: { word: strange[0] },
        });
      const outcome = await changeList(ctx, {
        list,
        listed: textOf(ctx.fields, controls.listed) !== 'ra',
        codes,
        from: dateOf(ctx.fields, controls.from) ?? '',
        decision: textOf(ctx.fields, controls.decision),
      });
      if (outcome.ok) {
        doors.catalogue.forget();
        return redirectTo(`${path}/${input.list}?xong=1`);
      }
      if (beyondRights(outcome.refusal)) return refusedReply(ctx, doors, 'lists', outcome.refusal);
      return listReply(ctx, doors, list, outcome.refusal);
    },
  }),
];

/** A ministry has one centre, so nothing is filed elsewhere. */
const listsHere = (doors: Doors): readonly ListName[] =>
  listNames.filter((list) => list !== 'anywhere' || doors.place.kind === 'province');

/** The three lists in one look, each with what is still to do. */
async function tiles(doors: Doors, say: Say): Promise<readonly Html[]> {
  const { catalogue } = doors;
  const offer = await catalogue.offer();
  const counted = await catalogue.counted();
  const anywhere = coverageOf(counted);
  const found = await Promise.all([...offer.essentialCodes('53')].map((code) => catalogue.current(code)));
  const procedures = found.flatMap((each) => {
    const list = each && offer.essential(each.code);
    if (!each || !list) return [];
    const level = each.definition && offer.serviceLevel(each.code, each.definition.online.level);
    return [{ list, online: each.live && (level === 'full' || level === 'partial') }];
  });
  const share = `${String(anywhere.percent ?? 0).replace('.', ',')} %`;
  return [
    ...(doors.place.kind === 'province'
      ? [
          numberTile({
            label: say('Nộp ở mọi trung tâm', 'Filed at any centre'),
            value: share,
            meaning: say(
              `${number(anywhere.listed)} trên ${number(anywhere.of)} thủ tục; mục tiêu 100 %`,
              `${number(anywhere.listed)} of ${number(anywhere.of)}; the goal is 100%`,
            ),
            href: '/nop-moi-noi',
            tone: anywhere.percent === 100 ? 'jade' : 'amber',
          }),
        ]
      : []),
    ...countEssential(catalogue.essentialServices(), procedures).map((each) =>
      numberTile({
        label: say(`Dịch vụ thiết yếu (${each.list})`, `Essential services (${each.list})`),
        value: `${number(each.online)}/${number(each.procedures)}`,
        meaning: say(
          `thủ tục nộp được trên mạng; đã ghi ${each.known} trên ${each.named} dịch vụ`,
          `procedures filed online; ${each.known} of ${each.named} services are entered`,
        ),
        href: `/thu-tuc?thiet-yeu=${each.list}`,
        tone: each.online === each.procedures ? 'jade' : 'amber',
      }),
    ),
  ];
}

async function listReply(ctx: PageCtx, doors: Doors, list: ListName, refusal?: Refusal): Promise<Reply> {
  if (!listsHere(doors).includes(list)) return problem('not-found');
  const say = sayIn(ctx.locale);
  const [history, directory, offer] = await Promise.all([
    listHistory(ctx, list),
    doors.units.directory(),
    doors.catalogue.offer(),
  ]);
  const essential =
    list === 'anywhere' ? new Set<string>() : offer.essentialCodes(list === 'essential-25' ? '25' : '53');
  const main = html`${
    list === 'anywhere'
      ? html`<p>${say(
          'Thủ tục có tờ khai riêng thì trung tâm nào cũng nhận, trừ khi một quyết định đưa ra khỏi danh mục.',
          'A procedure with its own form is received anywhere, unless a decision takes it off the list.',
        )} <a href="/nop-moi-noi">${say('Xem danh mục công khai', 'See the public list')}</a></p>`
      : html`<p>${say(`${essential.size} thủ tục trong danh mục.`, `${essential.size} procedures on the list.`)} <a href="/thu-tuc?thiet-yeu=${list.slice(-2)}">${say('Xem từng thủ tục', 'See them')}</a></p>`
  }${card({
    title: say('Đưa vào hoặc đưa ra', 'Put on, or take off'),
    content: listForm({ ctx, say, action: `${path}/${slugOf(list)}`, today: directory.day, refusal }),
  })}${
    history.length === 0
      ? emptyState({
          title: say('Chưa có quyết định nào', 'No decision yet'),
          text: say('Danh mục đang theo mức có sẵn.', 'The list is as it was shipped.'),
        })
      : table({
          id: 'da-quyet',
          caption: say('Đã quyết định', 'Decided so far'),
          columns: [
            { text: say('Mã', 'Code') },
            { text: say('Việc', 'What') },
            { text: say('Từ ngày', 'From') },
            { text: say('Quyết định', 'Decision') },
            { text: say('Ghi lúc', 'Entered') },
          ],
          rows: history.map((each) => [
            html`<a class="mc-code" href="${procedureHref(each.code)}">${each.code}</a>`,
            each.listed
              ? tag({ text: say('đưa vào', 'put on'), tone: 'jade' })
              : tag({ text: say('đưa ra', 'taken off'), tone: 'grey' }),
            isPlainDate(each.from_day) ? formatDate(each.from_day) : each.from_day,
            each.decision,
            formatDateTime(each.entered_at),
          ]),
        })
  }<p>${buttonLink({ text: say('Các danh mục khác', 'Other lists'), href: path })}</p>`;
  return adminReply(ctx, doors, {
    title: inLocale(listTitles[list], ctx.locale),
    at: 'lists',
    back: { href: path, text: say('Danh mục thủ tục', 'Lists of procedures') },
    main,
    refusal,
    target: refusal && controls[refusal.field as keyof typeof controls],
  });
}
