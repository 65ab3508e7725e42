import type { ProcedureDraft } from '#capabilities/catalogue';
import { button, card, checkboxes, keyHint, select, textInput } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { type Fields, textOf } from '../core/fields.ts';
import { draftForm } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { holdsQuestions, questionTypes, typeNames } from '../core/type-names.ts';
import type { Chosen } from './form-props.ts';
import { formHref } from './outline.view.ts';

interface AddView {
  readonly draft: ProcedureDraft;
  readonly chosen: Chosen;
  readonly typed?: Fields | undefined;
}

/** One line adds a question behind the chosen one; the focus comes back to it, so that a form is typed down. */
export function addQuestionView(
  ctx: PageCtx,
  { draft, chosen, typed = {}, focus }: AddView & { readonly focus: boolean },
): Html {
  const say = sayIn(ctx.locale);
  const { place, page, address } = chosen;
  const group = place && (place.group ?? (holdsQuestions(place.question.type) ? place.question : undefined));
  return draftForm(
    ctx,
    { draft, action: formHref(draft.id), hidden: { _cau: address, _trang: page?.id } },
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
      options: questionTypes.map((value) => ({ value, text: inLocale(typeNames[value], ctx.locale) })),
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

export function addPageView(ctx: PageCtx, { draft, chosen, typed = {} }: AddView): Html {
  const say = sayIn(ctx.locale);
  const form = draftForm(
    ctx,
    { draft, action: formHref(draft.id), hidden: { _trang: chosen.page?.id } },
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
