import { type Difference, type ProcedureDraft, type StepWay, stepTaken } from '#capabilities/catalogue';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import type { PageCtx } from '#platform/http';
import { differenceKind } from '#surfaces/shared';
import { sayIn } from '../core/say.ts';
import { partNames } from '../difference/part-names.ts';
import { toldBy } from './ways.ts';

const changes: Readonly<Record<Difference['change'], LocalText>> = {
  added: { vi: 'thêm', en: 'adding' },
  removed: { vi: 'bỏ', en: 'removing' },
  changed: { vi: 'đổi', en: 'changing' },
  moved: { vi: 'chuyển', en: 'moving' },
};
const mostTold = 3;
const mostLetters = 80;

/** `đổi câu hỏi «Họ tên» (gợi ý); và 2 chỗ khác` */
export function stepInWords(differences: readonly Difference[], locale: Locale): string {
  const say = sayIn(locale);
  const words = differences.slice(0, mostTold).map(({ change, kind, what, part }) => {
    const name = inLocale(what, locale);
    const short = name.length > mostLetters ? `${name.slice(0, mostLetters)}…` : name;
    const of = part === undefined ? undefined : partNames[part];
    return `${inLocale(changes[change], locale)} ${differenceKind(kind, locale).toLowerCase()} ${say(`«${short}»`, `“${short}”`)}${of ? ` (${inLocale(of, locale)})` : ''}`;
  });
  const more = differences.length - words.length;
  return [...words, ...(more > 0 ? [say(`và ${more} chỗ khác`, `and ${more} more`)] : [])].join('; ');
}

/** What the step did that led to this page, and how many are left; undefined where none did. */
export async function toldOfStep(ctx: PageCtx, draft: ProcedureDraft): Promise<string | undefined> {
  const asked = new URLSearchParams(ctx.url.split('?')[1] ?? '');
  const way = (['undo', 'redo'] as const).find((each: StepWay) => asked.has(toldBy[each]));
  if (!way) return undefined;
  const say = sayIn(ctx.locale);
  const step =
    stepInWords(await stepTaken(ctx, draft, way), ctx.locale) || say('bước vừa rồi', 'the last step');
  const { steps_back: back, steps_ahead: ahead } = draft;
  return way === 'undo'
    ? say(
        `Đã hoàn tác: ${step}. Còn ${back} bước hoàn tác được, ${ahead} bước làm lại được.`,
        `Undone: ${step}. ${back} more can be undone, ${ahead} done again.`,
      )
    : say(
        `Đã làm lại: ${step}. Còn ${ahead} bước làm lại được.`,
        `Done again: ${step}. ${ahead} more can be done again.`,
      );
}
