import type { Refusal } from '#kernel/outcome';
import type { PlainDate } from '#kernel/time';
import type { Hole } from '#platform/html';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField, typedDate } from '#surfaces/shared';
import { sentenceFor } from '../sentences.ts';

/** A form that changes something: posted, with its token, judged by the server alone. */
export const postForm = (ctx: PageCtx, action: string, content: Hole): Html =>
  html`<form class="mc-stack"${attributes({ method: 'post', action, novalidate: true })}>${csrfField(ctx)}${content}</form>`;

/** A form of one button in the row of a table, drawn as a link. */
export const rowForm = (ctx: PageCtx, action: string, hidden: Hole, text: string): Html =>
  html`<form${attributes({ method: 'post', action })}>${csrfField(ctx)}${hidden}<button type="submit" class="mc-link-button">${text}</button></form>`;

/**
 * What every control of a form is given: its name, its label, and beside it the sentence of the refusal that concerns it.
 * @param at name of the control that mends the refusal.
 */
export const controlsOf =
  (ctx: PageCtx, refusal: Refusal | undefined, at: string | undefined) =>
  (name: string, label: string, hint?: string) => ({
    name,
    label,
    locale: ctx.locale,
    ...(hint === undefined ? {} : { hint }),
    ...(refusal && at === name ? { error: sentenceFor(refusal, ctx.locale) } : {}),
  });

type Fields = PageCtx['fields'];
export const textOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  return (typeof value === 'string' ? value : value?.at(-1)) ?? '';
};

/** Three fields of a date; undefined when they are no day. */
export function dateOf(fields: Fields, name: string): PlainDate | undefined {
  const { day, month, year } = dateParts(fields, name);
  return typedDate(day, month, year);
}

export const dateParts = (fields: Fields, name: string) => ({
  day: textOf(fields, `${name}-day`),
  month: textOf(fields, `${name}-month`),
  year: textOf(fields, `${name}-year`),
});

/** A day as the three fields show it. */
export function partsOf(date: PlainDate) {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month, year };
}
