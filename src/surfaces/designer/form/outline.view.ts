import type { ProcedureDraft } from '#capabilities/catalogue';
import type { Question } from '#capabilities/forms';
import { button, type OutlineItem, outline } from '#design';
import { inLocale } from '#kernel/text';
import type { Html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { draftForm } from '../core/frame.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { addressOf } from '../core/place.ts';
import { sayIn } from '../core/say.ts';
import { typeNames } from '../core/type-names.ts';
import type { Chosen } from './form-props.ts';

export const formHref = (draft: string, query: Readonly<Record<string, string>> = {}): string => {
  const text = new URLSearchParams(query).toString();
  return `${draftHref(draft, 'to-khai')}${text === '' ? '' : `?${text}`}`;
};

/** Pages and questions in their order; the chosen one carries the buttons that move it. */
export function outlineView(ctx: PageCtx, draft: ProcedureDraft, chosen: Chosen): Html {
  const say = sayIn(ctx.locale);
  const { form } = draft.content.definition;

  const tools = (hidden: Readonly<Record<string, string>>, ending: '' | '-trang'): Html =>
    draftForm(ctx, { draft, action: formHref(draft.id), hidden }, [
      button({ text: say('Lên', 'Up'), name: '_lam', value: `len${ending}`, key: 'U' }),
      button({ text: say('Xuống', 'Down'), name: '_lam', value: `xuong${ending}`, key: 'D' }),
      ending === '' && button({ text: say('Nhân bản', 'Copy'), name: '_lam', value: 'nhan-ban', key: 'C' }),
      button({ text: say('Bỏ', 'Remove'), name: '_lam', value: `bo${ending}`, key: 'B' }),
    ]);
  const item = (question: Question, group?: string): OutlineItem => {
    const address = addressOf(question.id, group);
    const current = address === chosen.address;
    return {
      text: inLocale(question.label, ctx.locale),
      href: formHref(draft.id, { cau: address }),
      note: [
        inLocale(typeNames[question.type], ctx.locale),
        question.required && say('bắt buộc', 'required'),
        question.if && say('có điều kiện', 'conditional'),
      ]
        .filter(Boolean)
        .join(' · '),
      current,
      ...(current ? { tools: tools({ _cau: address }, '') } : {}),
      ...(question.items ? { items: question.items.map((each) => item(each, question.id)) } : {}),
    };
  };
  return outline({
    label: say('Các trang và câu hỏi', 'Pages and questions'),
    items: form.pages.map((page, index): OutlineItem => {
      const current = chosen.address === undefined && page === chosen.page;
      return {
        text: `${index + 1}. ${inLocale(page.title, ctx.locale)}`,
        href: formHref(draft.id, { trang: page.id }),
        ...(page.if ? { note: say('có điều kiện', 'conditional') } : {}),
        current,
        ...(current ? { tools: tools({ _trang: page.id }, '-trang') } : {}),
        items: page.questions.map((question) => item(question)),
      };
    }),
  });
}
