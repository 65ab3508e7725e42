import type { ProcedureDefinition } from '#capabilities/forms';
import type { Refusal } from '#kernel/outcome';
import { cleanText, type LocalText } from '#kernel/text';
import { isPlainDate } from '#kernel/time';
import type { Item } from './item.ts';
import { choicesOf, exemptionsOf, linesOf, localsOf, numberIn, tiersOf } from './lines.ts';
import { readFormula, readLogic } from './logic.ts';
import { withItemAt } from './paths.ts';

export type Fields = Readonly<Record<string, string | readonly string[]>>;
export type Faults = ReadonlyMap<string, Refusal>;

export interface FieldOption {
  readonly value: string;
  readonly text: LocalText;
}
/** One thing that can be edited: where it stands in the item, and how it is asked. */
export interface FieldSpec {
  /** Of the form field; begins with `_`, so that no question of the preview has it. */
  readonly name: string;
  /** `label`, `budget.value`, `refuseIf.0.if` */
  readonly path: string;
  readonly label: LocalText;
  readonly hint?: LocalText;
  /** local: Vietnamese and English · lines: a text a line · choices, locals, exemptions, tiers: see `lines.ts`. */
  readonly kind:
    | 'text'
    | 'local'
    | 'long'
    | 'number'
    | 'flag'
    | 'yes-no'
    | 'one'
    | 'many'
    | 'logic'
    | 'feel'
    | 'lines'
    | 'choices'
    | 'locals'
    | 'exemptions'
    | 'tiers'
    | 'date';
  readonly options?: (definition: ProcedureDefinition) => readonly FieldOption[];
  readonly required?: boolean;
  /** What a ticked flag is kept as; true when silent. */
  readonly ticked?: boolean;
  /** Nothing chosen is an empty list, which the definition asks for. */
  readonly keepsEmpty?: boolean;
  /** Seldom touched: closed until it is opened, or holds something. */
  readonly rare?: boolean;
}

export const textOf = (fields: Fields, name: string): string => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return cleanText((typeof value === 'string' ? value : value?.at(-1)) ?? '');
};
const textsOf = (fields: Fields, name: string): readonly string[] => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? [value] : (value ?? []);
};
type Read = { readonly value: unknown } | { readonly fault: Refusal };
const nothing: Read = { value: undefined };

function readNumber(text: string): Read {
  if (text === '') return nothing;
  const value = numberIn(text);
  return value === undefined ? { fault: { code: 'number-shape' } } : { value };
}

function readLocal(fields: Fields, name: string): Read {
  const [vi, en] = [textOf(fields, name), textOf(fields, `${name}-en`)];
  return vi === '' ? nothing : { value: { vi, ...(en === '' ? {} : { en }) } };
}

function readDate(fields: Fields, name: string): Read {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((part) =>
    textOf(fields, `${name}-${part}`),
  );
  if (year + month + day === '') return nothing;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? { value: date } : { fault: { code: 'date-missing' } };
}

function readCondition(text: string): Read {
  const read = readLogic(text);
  return read.ok ? { value: read.value } : { fault: read.refusal };
}

function readExemptions(text: string): Read {
  const read = exemptionsOf(text);
  return read.ok ? { value: read.value } : { fault: read.refusal };
}

function readTiers(text: string): Read {
  const read = tiersOf(text);
  if (!read.ok) return { fault: read.refusal };
  return read.value.length === 0 ? nothing : { value: read.value };
}

function readOne(spec: FieldSpec, fields: Fields): Read {
  const text = textOf(fields, spec.name);
  switch (spec.kind) {
    case 'text':
    case 'one':
      return text === '' ? nothing : { value: text };
    case 'local':
    case 'long':
      return readLocal(fields, spec.name);
    case 'number':
      return readNumber(text);
    case 'flag':
      return text === 'yes' ? { value: spec.ticked ?? true } : nothing;
    case 'yes-no':
      return { value: text === 'yes' };
    case 'many': {
      const values = textsOf(fields, spec.name).filter(Boolean);
      return values.length === 0 && !spec.keepsEmpty ? nothing : { value: values };
    }
    case 'logic':
      return readCondition(text);
    case 'feel': {
      const read = readFormula(text);
      return read.ok ? { value: read.value } : { fault: read.refusal };
    }
    case 'lines': {
      const lines = linesOf(text);
      return lines.length === 0 ? nothing : { value: lines };
    }
    case 'choices':
      return text === '' ? nothing : { value: choicesOf(text) };
    case 'locals':
      return text === '' ? nothing : { value: localsOf(text) };
    case 'exemptions':
      return readExemptions(text);
    case 'tiers':
      return readTiers(text);
    case 'date':
      return readDate(fields, spec.name);
  }
}

export interface FieldsRead {
  readonly item: Item;
  readonly faults: Faults;
}

/** The item as the posted fields change it; what cannot be read stays as it was and is named. */
export function readFields(specs: readonly FieldSpec[], fields: Fields, item: Item): FieldsRead {
  const faults = new Map<string, Refusal>();
  let next = item;
  for (const spec of specs) {
    const read = readOne(spec, fields);
    if ('fault' in read) faults.set(spec.name, { ...read.fault, field: spec.name });
    else if (spec.required && read.value === undefined)
      faults.set(spec.name, { code: 'field-empty', field: spec.name, details: { field: spec.label.vi } });
    else next = withItemAt(next, spec.path, read.value);
  }
  return { item: next, faults };
}
