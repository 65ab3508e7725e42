import type { ProcedureDefinition } from '#capabilities/forms';
import { officerRoles } from '#kernel/actor';
import type { LocalText } from '#kernel/text';
import { roleTitles } from '#surfaces/shared';
import type { FieldOption } from './fields.ts';
import { laidOut } from './laid-out.ts';
import { allQuestions } from './references.ts';

/** A list of choices from `value: [Vietnamese, English]`. */
export const choices =
  (table: Readonly<Record<string, readonly [vi: string, en: string]>>) => (): readonly FieldOption[] =>
    Object.entries(table).map(([value, [vi, en]]) => ({ value, text: { vi, en } }));

export const channels = choices({
  online: ['Trực tuyến', 'Online'],
  direct: ['Trực tiếp', 'In person'],
  post: ['Bưu chính', 'By post'],
});
export const levels = choices({
  commune: ['Cấp xã', 'Commune'],
  province: ['Cấp tỉnh', 'Province'],
  'commune-police': ['Công an cấp xã', 'Commune police'],
  'provincial-police': ['Công an tỉnh', 'Provincial police'],
  ministry: ['Bộ', 'Ministry'],
});
export const roles = (): readonly FieldOption[] =>
  officerRoles.map((role) => ({ value: role, text: roleTitles[role] }));

const named = (list: readonly { readonly id: string; readonly name: LocalText }[] = []) =>
  list.map(({ id, name }) => ({
    value: id,
    text: { vi: `${name.vi} (${id})`, en: `${name.en ?? name.vi} (${id})` },
  }));
export const blocksOf = ({ blocks = {} }: ProcedureDefinition): readonly FieldOption[] =>
  Object.entries(blocks).map(([value, { title }]) => ({ value, text: title }));
export const casesOf = ({ cases }: ProcedureDefinition): readonly FieldOption[] => named(cases);
export const documentsOf = ({ documents }: ProcedureDefinition): readonly FieldOption[] => named(documents);

/** What stands in no group, of these types or of any that has an answer to state: what the rest of a procedure can ask for. */
export const answersOf =
  (...types: readonly string[]) =>
  (definition: ProcedureDefinition): readonly FieldOption[] =>
    named(
      laidOut(definition)
        .form.pages.flatMap(({ questions }) => questions)
        .filter(({ type }) => (types.length === 0 ? !saysNothing.has(type) : types.includes(type)))
        .map(({ id, label }) => ({ id, name: label })),
    );
const saysNothing: ReadonlySet<string> = new Set(['declaration', 'explanation', 'signature']);

/** Questions of these types, or of any type, in groups too, by their label and id. */
export const questionsOf =
  (...types: readonly string[]) =>
  (definition: ProcedureDefinition): readonly FieldOption[] =>
    named(
      allQuestions(laidOut(definition).form.pages)
        .filter(({ type }) => types.length === 0 || types.includes(type))
        .map(({ id, label }) => ({ id, name: label })),
    );
