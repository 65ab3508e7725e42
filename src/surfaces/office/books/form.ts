import type { Refusal } from '#kernel/outcome';
import type { PlainDate } from '#kernel/time';
import { attributes, type Hole, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField, typedDate } from '#surfaces/shared';
import { bookSentence } from './sentences.ts';

type Fields = PageCtx['fields'];
export const textOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  return (typeof value === 'string' ? value : value?.at(-1)) ?? '';
};
export const dateParts = (fields: Fields, name: string) => ({
  day: textOf(fields, `${name}-day`),
  month: textOf(fields, `${name}-month`),
  year: textOf(fields, `${name}-year`),
});
export function dateOf(fields: Fields, name: string): PlainDate | undefined {
  const { day, month, year } = dateParts(fields, name);
  return typedDate(day, month, year);
}

/** An amount as people write it: `1.250.000` or `1250000`. */
export const amountOf = (fields: Fields, name: string): number => {
  const digits = textOf(fields, name).replace(/[\s.]/g, '');
  return /^\d{1,13}$/.test(digits) ? Number(digits) : 0;
};

export const postForm = (ctx: PageCtx, action: string, content: Hole): Html =>
  html`<form class="mc-stack"${attributes({ method: 'post', action, novalidate: true })}>${csrfField(ctx)}${content}</form>`;

/** What every control is given: its name and label, what was typed, and the sentence that concerns it. */
export const controlsOf =
  (ctx: PageCtx, refusal: Refusal | undefined, names: Readonly<Record<string, string>>) =>
  (name: string, label: string, hint?: string) => ({
    name,
    label,
    locale: ctx.locale,
    ...(hint === undefined ? {} : { hint }),
    ...(refusal && names[refusal.field ?? ''] === name ? { error: bookSentence(refusal, ctx.locale) } : {}),
  });
