import type { Shift } from '#capabilities/payments';
import { buttonLink, errorSummary, notice, tabs } from '#design';
import type { Refusal } from '#kernel/outcome';
import { formatDay, localDate } from '#kernel/time';
import { type Hole, type Html, html } from '#platform/html';
import type { PageCtx, Reply } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { Desk } from '../core/desk.ts';
import { officeReply } from '../core/frame.ts';
import { shiftHref, shiftsPath, tillHome } from './addresses.ts';
import { tillSentence } from './sentences.ts';

export type Names = Readonly<Record<string, string>>;

/** What every control is given: its name and label, and the sentence that concerns it. */
export const controlsOf =
  (ctx: PageCtx, refusal: Refusal | undefined, names: Names) =>
  (name: string, label: string, hint?: string) => ({
    name,
    label,
    locale: ctx.locale,
    ...(hint === undefined ? {} : { hint }),
    ...(refusal && names[refusal.field ?? refusal.code] === name
      ? { error: tillSentence(refusal, ctx.locale) }
      : {}),
  });

/** The sentence above the page, with the way to the control it concerns. */
export const wrongAbove = (
  ctx: PageCtx,
  refusal: Refusal | undefined,
  names: Names,
  otherwise: string,
): Html | undefined =>
  refusal &&
  errorSummary({
    errors: [
      { text: tillSentence(refusal, ctx.locale), target: names[refusal.field ?? refusal.code] ?? otherwise },
    ],
    locale: ctx.locale,
  });

/** The own shift is of an earlier day: it is counted first, one press away. `bill`: where to go on afterwards. */
export function fromBeforeNotice({ say, directory }: Desk, shift: Shift, bill?: string): Html {
  const day = formatDay(localDate(shift.openedAt));
  const where = directory.byId(shift.unit)?.shortName ?? '';
  return notice({
    kind: 'warning',
    headingLevel: 2,
    title: say('Ca của bạn mở từ hôm trước', 'Your shift is open since an earlier day'),
    content: html`<div class="mc-stack"><p>${say(
      `Ca mở ${day}${where && `, ${where}`}. Hãy kiểm quỹ và đóng ca đó rồi thu tiếp; tiền của mỗi ngày nằm trong ca của ngày đó.`,
      `Opened ${day}${where && `, ${where}`}. Count and close it, then go on: the money of a day lies in a shift of that day.`,
    )}</p>${buttonLink({
      text: say('Kiểm quỹ, đóng ca', 'Count and close'),
      href: shiftHref(shift.id, bill === undefined ? '' : `?cho=${encodeURIComponent(bill)}`),
      kind: 'primary',
    })}</div>`,
  });
}

/** A page of the till with its two sides. */
export function tillReply(
  ctx: PageCtx,
  doors: Doors,
  desk: Desk,
  page: {
    readonly title: string;
    readonly main: Hole;
    readonly side: 'take' | 'shifts';
    readonly status?: number;
  },
): Promise<Reply> {
  const { say } = desk;
  const { title, status = 200 } = page;
  const sides = tabs({
    label: say('Quầy thu phí', 'Fee desk'),
    items: [
      { text: say('Thu phí', 'Take a fee'), href: tillHome, current: page.side === 'take' },
      { text: say('Ca thu', 'Shifts'), href: shiftsPath, current: page.side === 'shifts' },
    ],
  });
  return officeReply(
    ctx,
    doors,
    {
      title: status === 422 ? `${say('Lỗi', 'Error')}: ${title}` : title,
      main: html`${sides}${page.main}`,
      at: 'till',
      status,
    },
    desk,
  );
}
