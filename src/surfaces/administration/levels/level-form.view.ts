import { type LevelRow, serviceLevels } from '#capabilities/catalogue';
import { button, card, dateInput, radios, type SelectOption, select, textInput } from '#design';
import type { Refusal } from '#kernel/outcome';
import { inLocale, type LocalText } from '#kernel/text';
import type { PlainDate } from '#kernel/time';
import type { Html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { controlsOf, dateParts, partsOf, postForm, textOf } from '../core/form.ts';
import type { Say } from '../core/say.ts';

export const levelNames: Readonly<Record<LevelRow['level'], LocalText>> = {
  full: { vi: 'Toàn trình', en: 'Wholly online' },
  partial: { vi: 'Một phần', en: 'Partly online' },
  none: { vi: 'Không trực tuyến', en: 'Not online' },
  'not-handled': { vi: 'Không tiếp nhận, giải quyết', en: 'Not handled' },
  'as-published': { vi: 'Như mức chung', en: 'As elsewhere' },
};

/** Names of the controls, by what the command calls them. */
export const controls = { unit: 'noi', level: 'muc', from: 'tu-ngay', decision: 'quyet-dinh' } as const;

export function levelForm(view: {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly action: string;
  readonly today: PlainDate;
  readonly units: readonly SelectOption[];
  readonly refusal: Refusal | undefined;
}): Html {
  const { ctx, say, refusal } = view;
  const { locale, fields } = ctx;
  const at = refusal && controls[refusal.field as keyof typeof controls];
  const common = controlsOf(ctx, refusal, at);
  const typed = fields[controls.decision] !== undefined;
  return card({
    title: say('Đặt mức khác', 'Set another level'),
    content: postForm(ctx, view.action, [
      select({
        ...common(controls.unit, say('Ở đâu', 'Where')),
        options: view.units,
        value: textOf(fields, controls.unit),
        emptyText: say('Mọi nơi', 'Everywhere'),
      }),
      radios({
        ...common(controls.level, say('Mức', 'Level')),
        options: [...serviceLevels, 'as-published' as const].map((level) => ({
          value: level,
          text: inLocale(levelNames[level], locale),
        })),
        value: textOf(fields, controls.level),
      }),
      dateInput({
        ...common(controls.from, say('Từ ngày', 'From')),
        value: typed ? dateParts(fields, controls.from) : partsOf(view.today),
      }),
      textInput({
        ...common(controls.decision, say('Số quyết định', 'Number of the decision')),
        value: textOf(fields, controls.decision),
        autocomplete: 'off',
      }),
      button({ text: say('Đặt mức', 'Set the level'), kind: 'primary' }),
    ]),
  });
}
