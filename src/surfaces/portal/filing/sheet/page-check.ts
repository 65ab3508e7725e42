import type { KnownToPage } from '#capabilities/forms';
import { errorSummary, field } from '#design';
import { localDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { sayIn } from '../../words/say.ts';
import type { OpenFiling } from '../core/open-filing.ts';
import type { Sheet } from './sheet.ts';

export interface PageCheck {
  readonly scripts: readonly string[];
  /** Value of `data-known`: what the script cannot find on the page. */
  readonly known: string;
  /** How this page draws a fault, for the script to copy. */
  readonly template: Html;
}

/** The script that judges this page before it is sent; undefined where there is none, and the page is as good without. */
export function pageCheckOf(
  ctx: PageCtx,
  doors: Doors,
  { definition, facts }: OpenFiling,
  { key, page, answers }: Sheet,
): PageCheck | undefined {
  if (!definition.form.pages.includes(page)) return undefined;
  const found = doors.pageChecks.find(definition, key);
  if (!found) return undefined;
  const known: KnownToPage = {
    today: localDate(ctx.clock.now()),
    facts,
    answers: Object.fromEntries(
      found.needs.flatMap((id) => (answers[id] === undefined ? [] : [[id, answers[id]] as const])),
    ),
  };
  const say = sayIn(ctx.locale);
  const words = {
    'data-one': say('Còn một chỗ cần sửa', 'One thing to mend'),
    'data-many': say('Còn {n} chỗ cần sửa', '{n} things to mend'),
    'data-error': say('Lỗi: ', 'Error: '),
  };
  const summary = errorSummary({ title: '', errors: [{ text: '', target: '' }], locale: ctx.locale });
  const sentence = field({ name: '_loi', label: '', error: '', locale: ctx.locale }, () => html``);
  return {
    scripts: [doors.asset('check.js'), found.src],
    known: JSON.stringify(known),
    template: html`<template data-faults${attributes(words)}>${summary}${sentence}</template>`,
  };
}
