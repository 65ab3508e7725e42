import { z } from 'zod';
import {
  announcementsBetween,
  cataloguePermissions,
  hasAllParts,
  transparencyOf,
} from '#capabilities/catalogue';
import { button, buttonLink, select } from '#design';
import { invariant } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { html } from '#platform/html';
import { definePage, type PageCtx, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { adminReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import {
  announcementHref,
  announcementsPath,
  announcementTable,
  figureTable,
  type Judged,
} from './announcements.view.ts';
import { periodOf } from './period.ts';

/** By whose calendar and days announcements are judged. */
export async function judgedHere(ctx: PageCtx, doors: Doors): Promise<Judged> {
  const head = (await doors.units.directory()).head();
  invariant(head, 'an instance is run by a province or a ministry');
  return {
    calendar: await doors.services.calendarOf(head.id),
    announcer: doors.place.kind,
    today: localDate(ctx.clock.now()),
  };
}

/** Decisions that announce procedures, and what they make of group 3.1 of the index of Decision 766. */
export const announcementListPage = (doors: Doors): Route =>
  definePage({
    method: 'GET',
    path: announcementsPath,
    permission: cataloguePermissions['catalogue.publish'],
    audit: 'none',
    input: z.object({
      nam: z.coerce.number().int().min(2000).max(2200).optional().catch(undefined),
      quy: z.coerce.number().int().optional().catch(undefined),
    }),
    async handle(ctx, { nam, quy }) {
      const say = sayIn(ctx.locale);
      const judged = await judgedHere(ctx, doors);
      const thisYear = Number(judged.today.slice(0, 4));
      const period = periodOf(nam ?? thisYear, quy);
      const announcements = await announcementsBetween(ctx, period);
      const codes = [...new Set(announcements.flatMap(({ items }) => items.map(({ code }) => code)))];
      const published = await Promise.all(codes.map((code) => doors.catalogue.current(code)));
      const whole = new Map(published.flatMap((each) => (each ? [[each.code, hasAllParts(each)]] : [])));
      const figures = transparencyOf(announcements, { ...judged, complete: (code) => whole.get(code) });
      const years = Array.from({ length: 6 }, (_, n) => String(thisYear - n));
      const main = html`<form action="${announcementsPath}" class="mc-row">${select({
        name: 'nam',
        label: say('Năm', 'Year'),
        options: [...new Set([...years, String(period.year)])].map((year) => ({ value: year, text: year })),
        value: String(period.year),
        emptyText: null,
        locale: ctx.locale,
      })}${select({
        name: 'quy',
        label: say('Quý', 'Quarter'),
        options: ['1', '2', '3', '4'].map((each) => ({
          value: each,
          text: say(`Quý ${each}`, `Quarter ${each}`),
        })),
        value: period.quarter === undefined ? '' : String(period.quarter),
        emptyText: say('Cả năm', 'The whole year'),
        locale: ctx.locale,
      })}${button({ text: say('Xem kỳ này', 'Show') })}</form><p>${buttonLink({
        text: say('Ghi quyết định công bố', 'Enter a decision'),
        href: announcementHref('them'),
        kind: 'primary',
      })}</p>${figureTable(say, ctx.locale, figures, judged.announcer)}${announcementTable(say, ctx.locale, announcements, judged)}`;
      return adminReply(ctx, doors, {
        title: say('Quyết định công bố thủ tục', 'Decisions that announce procedures'),
        at: 'announcements',
        main,
      });
    },
  });
