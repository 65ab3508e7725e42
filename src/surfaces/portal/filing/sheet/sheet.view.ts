import { type Answers, openQuestions, type PostedFields } from '#capabilities/forms';
import { button, buttonGroup, knownFact } from '#design';
import { inLocale, type LocalText } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { sayIn } from '../../words/say.ts';
import { filingPage, savedLine, stepOf } from '../core/frame.ts';
import { comesFromKnown, sourceOf } from '../core/known.ts';
import type { OpenFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { fromCheck, withReturn } from '../core/paths.ts';
import { stopBefore } from '../core/road.ts';
import { pageCheckOf } from './page-check.ts';
import { questionView, targetOf } from './question-view.ts';
import { inSections } from './sections.ts';
import type { Sheet } from './sheet.ts';

export interface SheetView {
  readonly filing: OpenFiling;
  readonly sheet: Sheet;
  readonly fields: PostedFields;
  /** Answers as they now stand: they decide which questions of the page are open. */
  readonly answers: Answers;
  readonly errors?: readonly { readonly field: string; readonly message: LocalText }[];
  /** Where the person came from (`kiem-tra`), to go back there. */
  readonly back?: string | undefined;
}

/** One page of questions. */
export function sheetView(ctx: PageCtx, doors: Doors, props: SheetView): Html {
  const { filing, sheet, fields, answers, errors = [], back } = props;
  const { locale } = ctx;
  const say = sayIn(locale);
  const title = inLocale(sheet.page.title, locale);
  const questions = openQuestions(sheet.page, answers, { ...filing.facts });
  const faults = new Map<string, string>();
  for (const error of errors)
    if (!faults.has(error.field)) faults.set(error.field, inLocale(error.message, locale));
  const drawn = questions.map((question) =>
    questionView({ question, name: question.id, fields, faults, answers, reading: filing.reading, locale }),
  );
  const blocks = inSections(questions, drawn, locale);
  const action = withReturn(sheet.href, back);
  const check = pageCheckOf(ctx, doors, filing, sheet);
  const hasTools = questions.some(({ type }) => withTools.has(type));
  const form = html`<form class="mc-stack" method="post" novalidate${attributes({
    action,
    'data-autosave': `${sheet.href}?tu-luu=1`,
    'data-known': check?.known,
  })}>${csrfField(ctx)}<input type="hidden" name="_hien"${attributes({
    value: questions.map((question) => question.id).join(' '),
  })}>${hasTools && enterGoesOn}${blocks}${buttonGroup([
    button({ text: goOnText(say, back), kind: 'primary' }),
    button({ text: say('Lưu và thoát', 'Save and leave'), name: '_viec', value: 'thoat' }),
  ])}${check?.template}</form>`;
  const before = stopBefore(filing.road, sheet.key);
  return filingPage(ctx, doors, {
    endTold: true,
    scripts: check?.scripts ?? [],
    title,
    back: back === fromCheck ? paths.check(filing.draft.id) : (before?.href ?? paths.tasks(filing.draft.id)),
    above: stepOf(ctx, filing, sheet.key),
    errors: errors.map((error) => ({ text: inLocale(error.message, locale), target: targetOf(error.field) })),
    main: [
      html`<h1>${title}</h1>`,
      sheet.page.intro && html`<p>${inLocale(sheet.page.intro, locale)}</p>`,
      knownHere(ctx, props, action),
      form,
      savedLine(ctx, filing.draft.updated_at),
    ],
  });
}

const goOnText = (say: ReturnType<typeof sayIn>, back: string | undefined): string =>
  back === fromCheck ? say('Lưu và về trang kiểm tra', 'Save and check') : say('Tiếp tục', 'Continue');

/** Types whose buttons change the page instead of leaving it. */
const withTools: ReadonlySet<string> = new Set(
  'group table commune-address old-address search-choice calculated photo file'.split(' '),
);

/** Enter in a text field presses the first button of a form: it must be the one that goes on. */
const enterGoesOn = html`<button type="submit" class="mc-hidden" tabindex="-1" aria-hidden="true">Tiếp tục</button>`;

/** What we filled in ourselves, where it comes from, and the way to deny it. */
function knownHere(ctx: PageCtx, { filing, sheet, answers }: SheetView, action: string): Html | undefined {
  const say = sayIn(ctx.locale);
  const known = openQuestions(sheet.page, answers, { ...filing.facts }).filter((question) =>
    comesFromKnown(question, answers, filing.facts, filing.known),
  );
  if (known.length === 0) return undefined;
  const sources = [...new Set(known.map((question) => sourceOf(say, question.prefill ?? '')))].join(', ');
  // A label may be a question: its mark would stand before the list's own stop.
  const names = known.map(({ label }) => inLocale(label, ctx.locale).replace(/\?$/, '')).join('; ');
  return knownFact({
    source: say(`Lấy từ ${sources}`, `From ${sources}`),
    content: html`${say('Đã điền sẵn', 'Filled in for you')}: ${names}. ${say(
      'Bạn sửa được ngay trong ô.',
      'You can change it in place.',
    )}`,
    deny: {
      text: say('Không đúng, tôi tự điền', 'Not right, I fill it in myself'),
      to: { href: `${action}${action.includes('?') ? '&' : '?'}tu-dien=1` },
    },
  });
}
