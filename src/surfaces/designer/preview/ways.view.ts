import type { ProcedureDraft } from '#capabilities/catalogue';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { draftHref } from '../core/paths-of-pages.ts';
import { type Say, sayIn } from '../core/say.ts';

/** Settings of the citizen's preview that each show the form to somebody else. */
const looks = (
  say: Say,
): readonly (readonly [text: string, slug: string, query: Record<string, string>])[] => [
  [say('Người dân, máy tính', 'Citizen, desktop'), 'xem', {}],
  [say('Điện thoại', 'Phone'), 'xem', { _khung: 'dien-thoai' }],
  [say('Chữ lớn', 'Large text'), 'xem', { _chu: 'lon', _khung: 'dien-thoai' }],
  [say('Không có script', 'Without script'), 'xem', { _script: 'khong' }],
  [say('Tiếng Anh', 'In English'), 'xem', { _tieng: 'en' }],
  [say('Cán bộ', 'Officer'), 'xem/can-bo', {}],
  [say('Trên giấy', 'On paper'), 'xem/giay', {}],
];

/** Every way to look at a form, from any of them. @param at the slug of the page itself. */
export function waysToLook(ctx: PageCtx, draft: ProcedureDraft, at: string): Html {
  const say = sayIn(ctx.locale);
  return html`<nav${attributes({ 'aria-label': say('Các cách xem', 'Ways to look') })}><ul class="mc-row">${looks(
    say,
  ).map(([text, slug, query]) => {
    const asked = new URLSearchParams(query).toString();
    const href = `${draftHref(draft.id, slug)}${asked === '' ? '' : `?${asked}`}`;
    return html`<li><a${attributes({ href, 'aria-current': slug === at && 'page' })}>${text}</a></li>`;
  })}</ul></nav>`;
}
