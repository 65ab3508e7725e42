import type { Condition, ProcedureDefinition } from '#capabilities/forms';
import type { LocalText } from '#kernel/text';
import type { FieldOption, FieldSpec } from '../core/fields.ts';
import { type Item, plainText } from '../core/item.ts';
import { logicText } from '../core/logic-text.ts';
import { casesOf, channels } from '../core/options.ts';

export const words = (vi: string, en: string): LocalText => ({ vi, en });
export const plain = (text: string): LocalText => ({ vi: text });
export const none = plain('');
export const nameOf = (item: Item): LocalText => (item['name'] as LocalText | undefined) ?? none;
export const named = (options: readonly FieldOption[], value: unknown): LocalText =>
  options.find((option) => option.value === value)?.text ?? plain(plainText(value));
export const when = (item: Item): LocalText => plain(logicText(item['if'] as Condition | undefined));
/** The cases that ask for it, then its condition. */
export const whenOrCase = (item: Item, definition: ProcedureDefinition): LocalText => {
  const asking = Array.isArray(item['cases']) ? item['cases'].map(String) : [];
  const names = (definition.cases ?? []).filter(({ id }) => asking.includes(id)).map(({ name }) => name);
  const condition = when(item).vi;
  const said = (locale: 'vi' | 'en') =>
    [...names.map((name) => name[locale] ?? name.vi), condition].filter(Boolean).join('; ');
  return { vi: said('vi'), en: said('en') };
};
export const dotted = (value: unknown): string => plainText(value).replace(/\B(?=(\d{3})+$)/g, '.');

export const id: FieldSpec = {
  name: '_ma',
  path: 'id',
  kind: 'text',
  required: true,
  label: words('Mã', 'Id'),
};
export const name: FieldSpec = {
  name: '_ten',
  path: 'name',
  kind: 'local',
  required: true,
  label: words('Tên', 'Name'),
};
export const showIf: FieldSpec = {
  name: '_khi',
  path: 'if',
  kind: 'logic',
  label: words('Chỉ khi', 'Only when'),
  hint: words(
    'Ví dụ: quanHe = "con" or fact.channel = "online"',
    'Such as: quanHe = "con" or fact.channel = "online"',
  ),
};
export const assumed: FieldSpec = {
  name: '_gia-dinh',
  path: 'assumed',
  kind: 'flag',
  label: words('Là giả định, chưa có căn cứ', 'Assumed, without a source yet'),
};
export const one = (
  name: string,
  path: string,
  label: LocalText,
  options: NonNullable<FieldSpec['options']>,
  required = false,
): FieldSpec => ({ name, path, kind: 'one', label, options, required });
export const number = (name: string, path: string, label: LocalText, required = false): FieldSpec => ({
  name,
  path,
  kind: 'number',
  label,
  required,
});
export const oneCase = one('_truong-hop', 'case', words('Trường hợp', 'Case'), casesOf);
export const oneChannel = (required: boolean) =>
  one('_kenh', 'channel', words('Kênh nộp', 'Channel'), channels, required);
