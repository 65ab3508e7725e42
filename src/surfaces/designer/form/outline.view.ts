import type { Question } from '#capabilities/forms';
import { button, type OutlineItem, outline } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { addressOf } from '../core/place.ts';
import { sayIn } from '../core/say.ts';
import { holdsQuestions, typeNames } from '../core/type-names.ts';
import type { FindingsHere } from './findings-here.ts';
import type { Chosen } from './form-props.ts';
import { type FormScope, formHref, scopeForm } from './scope.ts';

interface OutlineView {
  readonly chosen: Chosen;
  readonly findings: FindingsHere;
}
export const rowId = (address: string): string => `hang-${address}`;

/** Pages and questions in their order; the chosen one carries the buttons that move it. */
export function outlineView(ctx: PageCtx, scope: FormScope, { chosen, findings }: OutlineView): Html {
  const say = sayIn(ctx.locale);
  const { form } = scope.definition;

  const item = (question: Question, group?: Question): OutlineItem => {
    const address = addressOf(question.id, group?.id);
    const current = address === chosen.address;
    return {
      id: rowId(address),
      text: inLocale(question.label, ctx.locale),
      href: formHref(scope, { cau: address }),
      note: [
        inLocale(typeNames[question.type], ctx.locale),
        question.required && say('bắt buộc', 'required'),
        question.if && say('có điều kiện', 'conditional'),
        findings.noteAt(address),
      ]
        .filter(Boolean)
        .join(' · '),
      current,
      drag: { 'data-cau': address, 'data-nhom': holdsQuestions(question.type) && question.id },
      ...(current ? { tools: questionTools(ctx, scope, chosen, address) } : {}),
      ...(question.items ? { items: question.items.map((each) => item(each, question)) } : {}),
    };
  };
  const pages = form.pages.map((page, index): OutlineItem => {
    const current = chosen.address === undefined && page === chosen.page;
    return {
      id: rowId(page.id),
      text:
        scope.block === undefined
          ? `${index + 1}. ${inLocale(page.title, ctx.locale)}`
          : inLocale(page.title, ctx.locale),
      href: formHref(scope, { trang: page.id }),
      note: [page.if && say('có điều kiện', 'conditional'), findings.noteAt(page.id)]
        .filter(Boolean)
        .join(' · '),
      current,
      ...(scope.block === undefined ? { drag: { 'data-trang': page.id } } : {}),
      ...(current && scope.block === undefined ? { tools: pageTools(ctx, scope, page.id) } : {}),
      items: page.questions.map((question) => item(question)),
    };
  });
  return html`<div data-dropping>${outline({ label: say('Các trang và câu hỏi', 'Pages and questions'), items: pages })}${dropForm(ctx, scope)}</div>`;
}

function questionTools(ctx: PageCtx, scope: FormScope, { place }: Chosen, address: string): Html {
  const say = sayIn(ctx.locale);
  const beside = place &&
    !place.group && [place.neighbours[place.index - 1], place.neighbours[place.index + 1]];
  const mayGoIn =
    place &&
    !holdsQuestions(place.question.type) &&
    (beside || []).some((each) => each && holdsQuestions(each.type));
  const act = (value: string, vi: string, en: string, key: string) =>
    button({ text: say(vi, en), name: '_lam', value, key });
  return scopeForm(ctx, scope, { hidden: { _cau: address } }, [
    act('len', 'Lên', 'Up', 'U'),
    act('xuong', 'Xuống', 'Down', 'D'),
    mayGoIn && act('vao', 'Vào nhóm', 'Into the group', 'I'),
    place?.group && act('ra', 'Ra khỏi nhóm', 'Out of the group', 'O'),
    act('nhan-ban', 'Nhân bản', 'Copy', 'C'),
    act('bo', 'Bỏ', 'Remove', 'B'),
  ]);
}

function pageTools(ctx: PageCtx, scope: FormScope, page: string): Html {
  const say = sayIn(ctx.locale);
  const act = (value: string, vi: string, en: string, key: string) =>
    button({ text: say(vi, en), name: '_lam', value: `${value}-trang`, key });
  return scopeForm(ctx, scope, { hidden: { _trang: page } }, [
    act('len', 'Lên', 'Up', 'U'),
    act('xuong', 'Xuống', 'Down', 'D'),
    act('nhan-ban', 'Nhân bản', 'Copy', 'C'),
    act('bo', 'Bỏ', 'Remove', 'B'),
  ]);
}

/** What a row that was dropped is sent with: the post of the list "Chuyển tới". Filled in by the script. */
const dropForm = (ctx: PageCtx, scope: FormScope): Html =>
  html`<div hidden>${scopeForm(ctx, scope, { id: 'keo-tha', hidden: { _lam: '', _cau: '', _trang: '', _toi: '' } }, '')}</div>`;
