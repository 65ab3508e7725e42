import { backLink, errorSummary, saveStatus, stepper } from '#design';
import { inLocale } from '#kernel/text';
import { formatTime, type Instant } from '#kernel/time';
import { type Hole, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { citizenPage, type Doors } from '#surfaces/shared';
import { sayIn } from '../../words/say.ts';
import type { OpenFiling } from './open-filing.ts';
import { placeOf } from './road.ts';

export interface PageError {
  readonly text: string;
  /** Id of the control to go to. */
  readonly target?: string | undefined;
}

export interface FilingPage {
  readonly title: string;
  readonly main: Hole;
  readonly back?: string | undefined;
  /** Step above the heading, and errors between the two. */
  readonly above?: Hole;
  readonly errors?: readonly PageError[];
  /** `savedLine` stands on the page. */
  readonly endTold?: boolean;
  /** Scripts of this page alone. */
  readonly scripts?: readonly string[];
}

/** A page of the way to a filed dossier: never indexed, back link on top, errors in title and summary. */
export function filingPage(ctx: PageCtx, doors: Doors, page: FilingPage): Html {
  const { title, main, back, above, errors = [], endTold, scripts = [] } = page;
  const say = sayIn(ctx.locale);
  const summary =
    errors.length > 0 &&
    errorSummary({
      title:
        errors.length === 1
          ? say('Còn một chỗ cần sửa', 'One thing to mend')
          : say(`Còn ${errors.length} chỗ cần sửa`, `${errors.length} things to mend`),
      errors,
      locale: ctx.locale,
    });
  return citizenPage(ctx, doors, {
    title: `${errors.length > 0 ? say('Lỗi: ', 'Error: ') : ''}${title}`,
    noindex: true,
    endTold,
    scripts,
    ...(back === undefined ? {} : { before: backLink({ href: back, locale: ctx.locale }) }),
    main: [above, summary, main],
  });
}

/** "Đăng ký khai sinh · Bước 3 trên 16" */
export const stepOf = (ctx: PageCtx, { road, definition }: OpenFiling, key: string): Html =>
  stepper({
    current: placeOf(road, key) + 1,
    total: road.stops.length,
    whole: inLocale(definition.name, ctx.locale),
    locale: ctx.locale,
  });

const minute = 60_000;

/** Without script a page is saved when it is sent, so the time left for that is said in words. */
export function savedLine(ctx: PageCtx, savedAt: Instant): Html {
  const say = sayIn(ctx.locale);
  const until = Math.min(ctx.session?.idleUntil ?? 0, ctx.session?.endsAt ?? 0);
  const left = Math.floor((until - ctx.clock.now()) / minute);
  const saved = say(`Đã lưu lúc ${formatTime(savedAt)}.`, `Saved at ${formatTime(savedAt)}.`);
  const rest =
    left > 0
      ? say(
          `Bạn còn ${left} phút để gửi trang này, tới ${formatTime(until)}.`,
          `You have ${left} minutes to send this page, until ${formatTime(until)}.`,
        )
      : '';
  return html`${saveStatus({ text: `${saved} ${rest}`.trim(), locale: ctx.locale })}`;
}
