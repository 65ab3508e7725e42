import type { ProcedureDefinition } from '#capabilities/forms';
import { button, radios } from '#design';
import { inLocale, type Locale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { type Say, sayIn } from '../../words/say.ts';
import { filingPage } from '../core/frame.ts';
import * as paths from '../core/paths.ts';
import { relationNames } from '../represented/represented-page.ts';
import { type Representing, representingChoices } from './choices.ts';

export interface ForWhomView {
  readonly definition: ProcedureDefinition;
  readonly replies: string;
  readonly missing?: boolean;
}

export function forWhomView(ctx: PageCtx, doors: Doors, { definition, replies, missing }: ForWhomView): Html {
  const { locale } = ctx;
  const say = sayIn(locale);
  const choices = representingChoices(definition);
  const alone = choices.length === 1;
  const title = alone
    ? say('Bạn nộp cho chính mình', 'You file for yourself')
    : say('Bạn nộp hồ sơ cho ai?', 'For whom do you file?');
  const error = say('Hãy chọn một câu trả lời.', 'Choose an answer.');
  return filingPage(ctx, doors, {
    title,
    back: paths.start(definition.code),
    errors: missing ? [{ text: error, target: 'ai' }] : [],
    main: [
      alone && html`<h1>${title}</h1>`,
      alone &&
        html`<p>${say('Thủ tục này không nộp thay được cho người khác.', 'Nobody else can file this one for you.')}</p>`,
      html`<form class="mc-stack" method="post" novalidate${attributes({ action: paths.start(definition.code, 'cho-ai', replies) })}>${csrfField(ctx)}${
        !alone &&
        radios({
          name: 'ai',
          label: title,
          pageHeading: true,
          options: choices.map((choice) => ({ value: choice, ...optionOf(say, locale, choice, definition) })),
          locale,
          ...(missing ? { error } : {}),
        })
      }${button({ text: say('Bắt đầu điền', 'Start filling in'), kind: 'primary' })}</form>`,
    ],
  });
}

function optionOf(say: Say, locale: Locale, choice: Representing, { representation }: ProcedureDefinition) {
  switch (choice) {
    case 'self':
      return { text: say('Cho chính tôi', 'For myself') };
    case 'other':
      return {
        text: say('Cho người khác', 'For another person'),
        hint: paperHint(say, locale, representation),
      };
    case 'business':
      return { text: say('Cho hộ kinh doanh hoặc tổ chức', 'For a business or organisation') };
  }
}

function paperHint(
  say: Say,
  locale: Locale,
  { needsPaper, exceptRelations = [] }: ProcedureDefinition['representation'],
) {
  if (!needsPaper) return say('Không cần giấy ủy quyền.', 'No authorisation is needed.');
  const names = exceptRelations.flatMap((relation) => {
    const name = relationNames[relation];
    return name ? [inLocale(name, locale).toLocaleLowerCase(locale)] : [];
  });
  if (names.length === 0) return say('Cần giấy ủy quyền.', 'An authorisation is needed.');
  return say(
    `Cần giấy ủy quyền, trừ khi bạn là: ${names.join(', ')}.`,
    `An authorisation is needed, unless you are: ${names.join(', ')}.`,
  );
}
