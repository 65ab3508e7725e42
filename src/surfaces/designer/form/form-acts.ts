import type { Page, ProcedureDefinition, Question } from '#capabilities/forms';
import { type Outcome, type Refusal, refused } from '#kernel/outcome';
import type { Edited } from '../core/edited.ts';
import * as edits from '../core/edits.ts';
import { type Faults, type Fields, type FieldsRead, readFields, textOf } from '../core/fields.ts';
import type { Item } from '../core/item.ts';
import { isPlaced } from '../core/laid-out.ts';
import * as moves from '../core/moves.ts';
import type { WishedType } from '../core/new-question.ts';
import * as pageEdits from '../core/page-edits.ts';
import { itemAt } from '../core/paths.ts';
import { addressOf, placeOf } from '../core/place.ts';
import { withoutWord } from '../core/plain-words.ts';
import { holdsQuestions, questionTypes } from '../core/type-names.ts';
import { pageFields, questionFields, retyped } from './question-fields.ts';

export const formActs = [
  'them',
  'luu',
  'len',
  'xuong',
  'vao',
  'ra',
  'nhan-ban',
  'bo',
  'chuyen',
  'thay',
  'them-trang',
  'luu-trang',
  'len-trang',
  'xuong-trang',
  'nhan-ban-trang',
  'bo-trang',
  'chuyen-trang',
] as const;
export type FormAct = (typeof formActs)[number];

export type FormOutcome = Outcome<Edited, Refusal & { readonly faults?: Faults }>;

/** What a posted button of the form page does to the definition. */
export function actOnForm(definition: ProcedureDefinition, act: FormAct, fields: Fields): FormOutcome {
  const address = textOf(fields, '_cau');
  const page = textOf(fields, '_trang');
  switch (act) {
    case 'them':
      return add(definition, fields);
    case 'luu':
      return save(definition, address, fields);
    case 'len':
      return moves.moveQuestion(definition, address, -1);
    case 'xuong':
      return moves.moveQuestion(definition, address, 1);
    case 'vao':
      return moves.moveIn(definition, address);
    case 'ra':
      return moves.moveOut(definition, address);
    case 'nhan-ban':
      return edits.copyQuestion(definition, address);
    case 'bo':
      return edits.removeQuestion(definition, address);
    case 'chuyen': {
      const target = targetOf(textOf(fields, '_toi'));
      return target
        ? moves.moveTo(definition, address, target)
        : refused({ code: 'place-unknown', field: '_toi' });
    }
    case 'thay':
      return replaceWord(definition, fields);
    case 'them-trang':
      return pageEdits.addPage(definition, textOf(fields, '_trang-moi'), page);
    case 'luu-trang':
      return savePage(definition, page, fields);
    case 'len-trang':
      return pageEdits.movePage(definition, page, -1);
    case 'xuong-trang':
      return pageEdits.movePage(definition, page, 1);
    case 'nhan-ban-trang':
      return pageEdits.copyPage(definition, page);
    case 'bo-trang':
      return pageEdits.removePage(definition, page);
    case 'chuyen-trang': {
      const target = targetOf(textOf(fields, '_toi'));
      return target && ('before' in target || 'after' in target)
        ? pageEdits.placePage(definition, page, target)
        : refused({ code: 'place-unknown', field: '_toi' });
    }
  }
}

/** `truoc:hoTen`, `sau:con.hoTen`, `nhom:con`, `trang:nguoiYeuCau` */
export function targetOf(text: string): moves.Target | undefined {
  const [kind, id = ''] = text.split(':');
  switch (kind) {
    case 'truoc':
      return { before: id };
    case 'sau':
      return { after: id };
    case 'nhom':
      return { group: id };
    case 'trang':
      return { page: id };
    default:
      return undefined;
  }
}

function wishedType(text: string, { blocks = {} }: ProcedureDefinition): WishedType | undefined {
  if (text === 'person') return text;
  if (text.startsWith('block:') && Object.hasOwn(blocks, text.slice('block:'.length)))
    return text as WishedType;
  return questionTypes.find((each) => each === text);
}

function add(definition: ProcedureDefinition, fields: Fields): FormOutcome {
  const type = wishedType(textOf(fields, '_moi-loai'), definition);
  if (!type) return refused({ code: 'type-unknown', field: '_moi-loai' });
  const besides = [fields['_moi-nua'] ?? []].flat();
  const address = textOf(fields, '_cau');
  const place = placeOf(definition.form, address);
  const group = place?.group ?? (place && holdsQuestions(place.question.type) ? place.question : undefined);
  const inside = group !== undefined && besides.includes('nhom');
  const target = !place
    ? { page: textOf(fields, '_trang') }
    : inside
      ? place.group
        ? { after: address }
        : { group: group.id }
      : { after: group?.id ?? address };
  const wish = { type, label: textOf(fields, '_moi'), required: besides.includes('bat-buoc') };
  const outcome = edits.addQuestion(definition, wish, target);
  return outcome.ok ? outcome : refused({ field: '_moi', ...outcome.refusal });
}

const faulty = ({ faults }: FieldsRead): FormOutcome | undefined => {
  const [first] = faults.values();
  return first && refused({ ...first, faults });
};

function save(definition: ProcedureDefinition, address: string, fields: Fields): FormOutcome {
  const place = placeOf(definition.form, address);
  if (!place) return refused({ code: 'question-gone' });
  const { question } = place;
  const type = isPlaced(question)
    ? question.type
    : (questionTypes.find((each) => each === textOf(fields, '_loai')) ?? question.type);
  const specs = questionFields(question.type);
  const read = readFields(specs, fields, question as unknown as Item);
  const fault = faulty(read);
  if (fault) return fault;
  const next = tidied(read.item as unknown as Question);
  return edits.changeQuestion(definition, addressOf(question.id, place.group?.id), () =>
    type === question.type ? next : retyped(next, type),
  );
}

/** A sentence that no condition leads to is said to nobody. */
function tidied(question: Question): Question {
  if (itemAt(question, 'refuseIf') === undefined || itemAt(question, 'refuseIf.0.if') !== undefined)
    return question;
  const { refuseIf: _, ...rest } = question;
  return rest;
}

function savePage(definition: ProcedureDefinition, id: string, fields: Fields): FormOutcome {
  const page = definition.form.pages.find((each) => each.id === id);
  if (!page) return refused({ code: 'page-gone' });
  const read = readFields(pageFields, fields, page as unknown as Item);
  return faulty(read) ?? pageEdits.changePage(definition, id, () => read.item as unknown as Page);
}

/** An office word of the chosen question or page in everyday words, as lint proposes it. */
function replaceWord(definition: ProcedureDefinition, fields: Fields): FormOutcome {
  const [word, instead] = [textOf(fields, '_chu'), textOf(fields, '_bang')];
  const address = textOf(fields, '_cau');
  if (word === '' || instead === '') return refused({ code: 'question-gone' });
  return address === ''
    ? pageEdits.changePage(definition, textOf(fields, '_trang'), ({ questions, ...page }) => ({
        ...withoutWord(page, word, instead),
        questions,
      }))
    : edits.changeQuestion(definition, address, ({ items, ...question }) => ({
        ...withoutWord(question, word, instead),
        ...(items ? { items } : {}),
      }));
}
