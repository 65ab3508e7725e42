import { z } from 'zod';
import {
  cataloguePermissions,
  costPerDossier,
  costPerYear,
  costSheets,
  type Programme,
  programmes,
  simplifications,
} from '#capabilities/catalogue';
import { button, buttonLink, card, emptyState, table, textInput } from '#design';
import { allows } from '#kernel/actor';
import { attributes, type Html, html } from '#platform/html';
import { definePage, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { adminReply } from '../core/frame.ts';
import { number, type Say, sayIn } from '../core/say.ts';
import { programmeHref, reviewHome, sheetHref } from './addresses.ts';
import { proposalsTable } from './proposals-table.ts';
import { money } from './words.ts';

const permission = cataloguePermissions['catalogue.design'];

/** Review and simplification: programmes, sheets and proposals, and the way to a procedure. */
export const reviewPage = (doors: Doors): Route =>
  definePage({
    method: 'GET',
    path: reviewHome,
    permission,
    audit: 'none',
    input: z.object({ ma: z.string().max(200).default('') }),
    async handle(ctx, { ma }) {
      const code = ma.trim();
      if (/^\d\.\d{6}$/.test(code) && (await doors.catalogue.current(code)))
        return redirectTo(sheetHref(code));
      return reviewReply(ctx, doors, code);
    },
  });

async function reviewReply(ctx: PageCtx, doors: Doors, asked: string): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const [running, sheets, proposals] = await Promise.all([
    programmes(ctx),
    costSheets(ctx),
    simplifications(ctx),
  ]);
  const unknown = asked !== '';
  return adminReply(ctx, doors, {
    title: say('Rà soát, cắt giảm thủ tục', 'Review and simplification'),
    at: 'simplification',
    main: html`${chooseForm(ctx, say, asked, unknown)}${programmesOf(ctx, say, running)}${
      sheets.length === 0
        ? emptyState({
            title: say('Chưa thủ tục nào có bảng chi phí', 'No procedure has a cost sheet yet'),
            text: say('Chọn một thủ tục theo mã để bắt đầu.', 'Choose a procedure by its code.'),
          })
        : table({
            id: 'bang',
            caption: say(`${number(sheets.length)} bảng chi phí`, `${number(sheets.length)} cost sheets`),
            columns: [
              { text: say('Mã', 'Code') },
              { text: say('Thủ tục', 'Procedure') },
              { text: say('Một hồ sơ', 'One dossier'), numeric: true },
              { text: say('Một năm', 'A year'), numeric: true },
            ],
            rows: sheets.map((each) => [
              html`<span class="mc-code">${each.code}</span>`,
              html`<a${attributes({ href: sheetHref(each.code) })}>${each.name}</a>`,
              money(costPerDossier(each.sheet)),
              money(costPerYear(each.sheet)),
            ]),
          })
    }${proposals.length > 0 && proposalsTable(ctx, proposals)}`,
    refusal: unknown ? { code: 'procedure-unknown' } : undefined,
    target: unknown ? 'ma' : undefined,
  });
}

const chooseForm = (ctx: PageCtx, say: Say, asked: string, unknown: boolean): Html =>
  card({
    title: say('Rà soát một thủ tục', 'Review a procedure'),
    content: html`<form class="mc-stack"${attributes({ action: reviewHome })}>${textInput({
      name: 'ma',
      label: say('Mã thủ tục', 'Code'),
      hint: say('Như 1.001193.', 'Such as 1.001193.'),
      value: asked,
      code: true,
      width: 'm',
      required: true,
      locale: ctx.locale,
      ...(unknown && { error: say('Không có thủ tục mang mã này.', 'There is no such procedure.') }),
    })}${button({ text: say('Mở bảng chi phí', 'Open the cost sheet'), kind: 'primary' })}</form>`,
  });

const programmesOf = (ctx: PageCtx, say: Say, running: readonly Programme[]): Html =>
  card({
    title: say('Chương trình', 'Programmes'),
    content: html`${
      running.length === 0
        ? html`<p class="mc-quiet">${say('Chưa có chương trình nào.', 'No programme yet.')}</p>`
        : html`<ul>${running.map(
            ({ id, name, ground }) =>
              html`<li><a${attributes({ href: programmeHref(id) })}>${name}</a> <span class="mc-quiet">${ground}</span></li>`,
          )}</ul>`
    }${
      allows(ctx.actor, cataloguePermissions['catalogue.publish']) &&
      buttonLink({
        text: say('Bắt đầu chương trình', 'Start a programme'),
        href: `${reviewHome}/chuong-trinh`,
      })
    }`,
  });
