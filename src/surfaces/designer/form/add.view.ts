import { button, card, checkboxes, keyHint, select, textInput } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { type Fields, textOf } from '../core/fields.ts';
import { blocksOf } from '../core/options.ts';
import { type Say, sayIn } from '../core/say.ts';
import { holdsQuestions, questionTypes, typeNames } from '../core/type-names.ts';
import type { Chosen } from './form-props.ts';
import { type FormScope, scopeForm } from './scope.ts';

interface AddView {
  readonly chosen: Chosen;
  readonly typed?: Fields | undefined;
}

/** Every type, a person, and the blocks of this procedure. */
function typeOptions(ctx: PageCtx, say: Say, { draft, block }: FormScope) {
  const named = (type: keyof typeof typeNames) => ({
    value: type,
    text: inLocale(typeNames[type], ctx.locale),
  });
  return [
    ...questionTypes.map(named),
    named('person'),
    ...blocksOf(draft.content.definition)
      .filter(({ value }) => value !== block)
      .map(({ value, text }) => ({
        value: `block:${value}`,
        text: `${say('Khối', 'Block')}: ${inLocale(text, ctx.locale)}`,
      })),
  ];
}

/** One line adds a question behind the chosen one, so that a form is typed down. */
export function addQuestionView(
  ctx: PageCtx,
  scope: FormScope,
  { chosen, typed = {}, focus }: AddView & { readonly focus: boolean },
): Html {
  const say = sayIn(ctx.locale);
  const { place, page, address } = chosen;
  const group = place && (place.group ?? (holdsQuestions(place.question.type) ? place.question : undefined));
  return scopeForm(
    ctx,
    scope,
    { hidden: { _cau: address, _trang: page?.id } },
    html`${textInput({
      name: '_moi',
      label: say('Câu hỏi mới', 'New question'),
      value: textOf(typed, '_moi'),
      key: 'N',
      hint: keyHint({ keys: 'N' }),
      focus,
      required: true,
      locale: ctx.locale,
    })}${select({
      name: '_moi-loai',
      label: say('Loại', 'Type'),
      options: typeOptions(ctx, say, scope),
      value: textOf(typed, '_moi-loai') || 'text',
      emptyText: null,
      required: true,
    })}${checkboxes({
      name: '_moi-nua',
      label: say('Thêm nữa', 'Besides'),
      required: true,
      options: [
        { value: 'bat-buoc', text: say('Bắt buộc trả lời', 'Must be answered') },
        ...(group
          ? [
              {
                value: 'nhom',
                text: say(
                  `Đặt trong nhóm «${group.label.vi}»`,
                  `Inside “${group.label.en ?? group.label.vi}”`,
                ),
              },
            ]
          : []),
      ],
      values: ['bat-buoc', 'nhom'],
    })}${button({ text: say('Thêm câu hỏi', 'Add the question'), name: '_lam', value: 'them' })}`,
  );
}

export function addPageView(ctx: PageCtx, scope: FormScope, { chosen, typed = {} }: AddView): Html {
  const say = sayIn(ctx.locale);
  const form = scopeForm(
    ctx,
    scope,
    { hidden: { _trang: chosen.page?.id } },
    html`${textInput({
      name: '_trang-moi',
      label: say('Tên trang mới', 'Title of the new page'),
      hint: keyHint({ keys: 'P' }),
      value: textOf(typed, '_trang-moi'),
      key: 'P',
      required: true,
    })}${button({ text: say('Thêm trang', 'Add the page'), name: '_lam', value: 'them-trang' })}`,
  );
  return card({ content: form });
}
