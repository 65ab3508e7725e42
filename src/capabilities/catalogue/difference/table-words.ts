import { policyNamed } from '#capabilities/rules';
import type { LocalText } from '#kernel/text';
import type { Side } from './read-tables.ts';

const words = (vi: string, en: string): LocalText => ({ vi, en });

const kinds: Readonly<Record<string, LocalText>> = {
  Decision: words('Quyết định', 'Decision'),
  InputData: words('Dữ liệu vào', 'Input'),
  BusinessKnowledgeModel: words('Hàm dùng chung', 'Knowledge model'),
  KnowledgeSource: words('Căn cứ', 'Knowledge source'),
  ItemDefinition: words('Kiểu dữ liệu', 'Type'),
};
const plain = words('Phần', 'Part');
const table = words('Bảng', 'Table');

/** `Bảng “Lệ phí”`. */
export function partNamed(kind: string, name: string, isTable: boolean): LocalText {
  const { vi, en = vi } = isTable ? table : (kinds[kind] ?? plain);
  return words(`${vi} “${name}”`, `${en} “${name}”`);
}

const sides: Readonly<Record<Side, LocalText>> = {
  input: words('cột điều kiện', 'condition column'),
  output: words('cột kết quả', 'result column'),
};
/** `Bảng “Lệ phí”, cột kết quả “Số tiền”`. */
export const columnNamed = (owner: LocalText, side: Side, name: string): LocalText =>
  within(owner, words(`${sides[side].vi} “${name}”`, `${sides[side].en} “${name}”`));
export const rowNamed = (owner: LocalText, number: number): LocalText =>
  within(owner, words(`dòng ${number}`, `row ${number}`));

const parts = {
  name: words('tên', 'name'),
  policy: words('cách chọn dòng', 'hit policy'),
  expression: words('biểu thức', 'expression'),
  label: words('nhãn', 'label'),
  text: words('biểu thức', 'expression'),
  type: words('kiểu', 'type'),
  values: words('giá trị được phép', 'allowed values'),
  otherwise: words('khi không dòng nào đúng', 'where no row holds'),
} satisfies Readonly<Record<string, LocalText>>;
export type PartOfTable = keyof typeof parts;

export const within = (owner: LocalText, inner: LocalText): LocalText =>
  words(`${owner.vi}, ${inner.vi}`, `${owner.en ?? owner.vi}, ${inner.en ?? inner.vi}`);
/** `Bảng “Lệ phí”, cột kết quả “Số tiền”: kiểu`. A result's text is its name. */
export function partOf(owner: LocalText, part: PartOfTable, side?: Side): LocalText {
  const name = parts[part === 'text' && side === 'output' ? 'name' : part];
  return words(`${owner.vi}: ${name.vi}`, `${owner.en ?? owner.vi}: ${name.en}`);
}

const types: Readonly<Record<string, LocalText>> = {
  string: words('chữ', 'text'),
  number: words('số', 'number'),
  boolean: words('đúng hoặc sai', 'yes or no'),
};
export const policyInWords = (policy: string): LocalText => policyNamed(policy) ?? { vi: policy };
export const typeInWords = (type: string): LocalText => types[type] ?? { vi: type };

export const rowsInWords = (count: number): LocalText => words(`${count} dòng`, `${count} rows`);
/** `Số tiền: 115000`. */
export const cellInWords = (column: string, text: string): string | LocalText =>
  text === '' ? words(`${column}: để trống`, `${column}: empty`) : `${column}: ${text}`;
export const noteInWords = (note: string): LocalText =>
  note === '' ? words('ghi chú: để trống', 'note: empty') : words(`ghi chú: ${note}`, `note: ${note}`);
/** Cell of a column that came or went: `dòng 2: >= 18`. */
export const cellOfRow = (number: number, text: string): LocalText =>
  words(`dòng ${number}: ${text}`, `row ${number}: ${text}`);
