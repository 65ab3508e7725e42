import type { Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { wordsOf } from '../../words.ts';

export interface StepperProps {
  readonly current: number;
  readonly total: number;
  /** The whole of which this is a step: "Đăng ký khai sinh". */
  readonly whole?: string | undefined;
  /** This part: "Cha và mẹ". */
  readonly part?: string | undefined;
  readonly locale?: Locale | undefined;
}

/** "Đăng ký khai sinh · Bước 2 trên 6: Cha và mẹ", in words, above the question. */
export const stepper = ({ current, total, whole, part, locale }: StepperProps): Html =>
  html`<p class="mc-step">${whole && `${whole} · `}<span>${wordsOf(locale).step(current, total)}</span>${part && `: ${part}`}</p>`;
