import type { ListName } from '#capabilities/catalogue';
import { button, dateInput, radios, textarea, textInput } from '#design';
import type { Refusal } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';
import type { PlainDate } from '#kernel/time';
import type { Html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { controlsOf, dateParts, partsOf, postForm, textOf } from '../core/form.ts';
import type { Say } from '../core/say.ts';

export const listTitles: Readonly<Record<ListName, LocalText>> = {
  anywhere: { vi: 'Nộp ở mọi trung tâm (phi địa giới)', en: 'Filed at any centre' },
  'essential-25': { vi: '25 dịch vụ công thiết yếu', en: 'The 25 essential services' },
  'essential-53': { vi: '53 dịch vụ công thiết yếu', en: 'The 53 essential services' },
};

/** Names of the controls, by what the command calls them. */
export const controls = { listed: 'viec', codes: 'ma', from: 'tu-ngay', decision: 'quyet-dinh' } as const;

export function listForm(view: {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly action: string;
  readonly today: PlainDate;
  readonly refusal: Refusal | undefined;
}): Html {
  const { ctx, say, refusal } = view;
  const { fields } = ctx;
  const at = refusal && controls[refusal.field as keyof typeof controls];
  const common = controlsOf(ctx, refusal, at);
  const typed = fields[controls.decision] !== undefined;
  return postForm(ctx, view.action, [
    radios({
      ...common(controls.listed, say('Việc', 'What')),
      options: [
        { value: 'vao', text: say('Đưa vào danh mục', 'Put on the list') },
        { value: 'ra', text: say('Đưa ra khỏi danh mục', 'Take off the list') },
      ],
      value: textOf(fields, controls.listed) || 'vao',
      inline: true,
    }),
    textarea({
      ...common(controls.codes, say('Mã thủ tục', 'Codes')),
      hint: say('Mỗi dòng một mã, như 1.001193.', 'One code a line, like 1.001193.'),
      value: textOf(fields, controls.codes),
      rows: 4,
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
    button({ text: say('Ghi vào danh mục', 'Enter'), kind: 'primary' }),
  ]);
}
