import type { Page, ProcedureDefinition, Question } from '#capabilities/forms';
import { type Outcome, type Refusal, refused } from '#kernel/outcome';
import * as edits from '../core/edits.ts';
import { type Faults, type Fields, type FieldsRead, readFields, textOf } from '../core/fields.ts';
import type { Item } from '../core/item.ts';
import { itemAt } from '../core/paths.ts';
import { addressOf, placeOf } from '../core/place.ts';
import { holdsQuestions, questionTypes } from '../core/type-names.ts';
import { pageFields, questionFields, retyped } from './question-fields.ts';

export const formActs = [
  'them',
  'luu',
  'len',
  'xuong',
  'nhan-ban',
  'bo',
  'chuyen',
  'them-trang',
  'luu-trang',
  'len-trang',
  'xuong-trang',
  'bo-trang',
] as const;
export type FormAct = (typeof formActs)[number];

export type FormOutcome = Outcome<edits.Edited, Refusal & { readonly faults?: Faults }>;

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
      return edits.moveQuestion(definition, address, -1);
    case 'xuong':
      return edits.moveQuestion(definition, address, 1);
    case 'nhan-ban':
      return edits.copyQuestion(definition, address);
    case 'bo':
      return edits.removeQuestion(definition, address);
    case 'chuyen': {
      const [kind, id = ''] = textOf(fields, '_toi').split(':');
      return edits.moveTo(definition, address, kind === 'nhom' ? { group: id } : { page: id });
    }
    case 'them-trang':
      return edits.addPage(definition, textOf(fields, '_trang-moi'), page);
    case 'luu-trang':
      return savePage(definition, page, fields);
    case 'len-trang':
      return edits.movePage(definition, page, -1);
    case 'xuong-trang':
      return edits.movePage(definition, page, 1);
    case 'bo-trang':
      return edits.removePage(definition, page);
  }
}

function add(definition: ProcedureDefinition, fields: Fields): FormOutcome {
  const type = questionTypes.find((each) => each === textOf(fields, '_moi-loai'));
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
  const outcome = edits.addQuestion(
    definition,
    { type, label: textOf(fields, '_moi'), required: besides.includes('bat-buoc') },
    target,
  );
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
  const type = questionTypes.find((each) => each === textOf(fields, '_loai')) ?? question.type;
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
  return faulty(read) ?? edits.changePage(definition, id, () => read.item as unknown as Page);
}
