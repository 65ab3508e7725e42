import type { ProcedureDefinition } from '#capabilities/forms';
import { officerRoles } from '#kernel/actor';
import type { LocalText } from '#kernel/text';
import { roleTitles } from '#surfaces/shared';
import type { FieldOption } from './fields.ts';
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
});
export const roles = (): readonly FieldOption[] =>
  officerRoles.map((role) => ({ value: role, text: roleTitles[role] }));

const named = (list: readonly { readonly id: string; readonly name: LocalText }[] = []) =>
  list.map(({ id, name }) => ({
    value: id,
    text: { vi: `${name.vi} (${id})`, en: `${name.en ?? name.vi} (${id})` },
  }));
export const casesOf = ({ cases }: ProcedureDefinition): readonly FieldOption[] => named(cases);
export const documentsOf = ({ documents }: ProcedureDefinition): readonly FieldOption[] => named(documents);

/** Questions of these types, or of any type, by their label and id. */
export const questionsOf =
  (...types: readonly string[]) =>
  ({ form }: ProcedureDefinition): readonly FieldOption[] =>
    named(
      allQuestions(form.pages)
        .filter(({ type }) => types.length === 0 || types.includes(type))
        .map(({ id, label }) => ({ id, name: label })),
    );
