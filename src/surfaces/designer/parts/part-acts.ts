import type { ProcedureDefinition } from '#capabilities/forms';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { whole } from '../core/edited.ts';
import { type Faults, type Fields, readFields, textOf } from '../core/fields.ts';
import { freeId, idFromLabel, isId } from '../core/ids.ts';
import type { Item } from '../core/item.ts';
import { itemAt, withItemAt } from '../core/paths.ts';
import { shifted } from '../core/place.ts';
import type { ListPart, Part, SheetPart } from './part.ts';

export const partActs = ['them', 'luu', 'len', 'xuong', 'nhan-ban', 'bo'] as const;
export type PartAct = (typeof partActs)[number];

export interface PartEdited {
  readonly definition: ProcedureDefinition;
  /** The entry to be shown now. */
  readonly at: string;
}
export type PartOutcome = Outcome<PartEdited, Refusal & { readonly faults?: Faults }>;

/** The entries of a list part; none where the definition is silent. */
export const entriesOf = (part: ListPart, definition: ProcedureDefinition): readonly Item[] => {
  const list = itemAt(definition, part.path);
  return Array.isArray(list) ? (list as readonly Item[]) : [];
};
/** What an entry is called in addresses: its id, or its place from 1 where entries have none. */
export const keyOf = (part: ListPart, entry: Item, index: number): string =>
  part.named ? String(entry['id']) : String(index + 1);

/** What a posted button does to a part: entries are added, changed, moved, copied, taken out. */
export function actOnPart(
  definition: ProcedureDefinition,
  part: Part,
  act: PartAct,
  fields: Fields,
): PartOutcome {
  if (part.kind === 'sheet') return saveSheet(definition, part, fields);
  const entries = entriesOf(part, definition);
  if (act === 'them') return add(definition, part, entries, textOf(fields, '_moi'));
  const index = entries.findIndex((entry, at) => keyOf(part, entry, at) === textOf(fields, '_muc'));
  const entry = entries[index];
  if (!entry) return refused({ code: 'item-gone' });
  switch (act) {
    case 'luu':
      return save(definition, part, { entries, entry, index }, fields);
    case 'len':
    case 'xuong': {
      const by = act === 'len' ? -1 : 1;
      if (entries[index + by] === undefined) return refused({ code: 'at-the-end' });
      return put(definition, part, shifted(entries, index, by), index + by);
    }
    case 'nhan-ban': {
      const id = part.named ? { id: freeId(String(entry['id']), idsOf(entries)) } : {};
      return put(definition, part, entries.toSpliced(index + 1, 0, { ...entry, ...id }), index + 1);
    }
    case 'bo':
      return put(definition, part, entries.toSpliced(index, 1), Math.max(0, index - 1));
  }
}

const idsOf = (entries: readonly Item[]): ReadonlySet<string> =>
  new Set(entries.map((entry) => String(entry['id'])));

function put(
  definition: ProcedureDefinition,
  part: ListPart,
  entries: readonly Item[],
  index: number,
): PartOutcome {
  const kept = part.goesWhenEmpty && entries.length === 0 ? undefined : entries;
  const next = withItemAt(definition as unknown as Item, part.path, kept) as unknown as ProcedureDefinition;
  const entry = entries[index];
  const outcome = whole(definition, next, entry ? keyOf(part, entry, index) : '');
  return outcome.ok ? done({ definition: next, at: outcome.value.at }) : outcome;
}

function add(
  definition: ProcedureDefinition,
  part: ListPart,
  entries: readonly Item[],
  name: string,
): PartOutcome {
  if (name === '') return refused({ code: 'name-empty', field: '_moi' });
  const fresh = part.fresh(name, definition);
  const entry = part.named ? { ...fresh, id: freeId(idFromLabel(name), idsOf(entries)) } : fresh;
  return put(definition, part, [...entries, entry], entries.length);
}

function save(
  definition: ProcedureDefinition,
  part: ListPart,
  {
    entries,
    entry,
    index,
  }: { readonly entries: readonly Item[]; readonly entry: Item; readonly index: number },
  fields: Fields,
): PartOutcome {
  const { item, faults } = readFields(part.fields, fields, entry);
  const [first] = faults.values();
  if (first) return refused({ ...first, faults });
  const id = String(item['id']);
  if (part.named && id !== entry['id']) {
    if (!isId(id)) return refused({ code: 'id-shape', field: '_ma' });
    if (idsOf(entries).has(id)) return refused({ code: 'id-taken', field: '_ma', details: { needs: id } });
  }
  return put(definition, part, entries.toSpliced(index, 1, item), index);
}

function saveSheet(definition: ProcedureDefinition, part: SheetPart, fields: Fields): PartOutcome {
  const { item, faults } = readFields(part.fields, fields, definition as unknown as Item);
  const [first] = faults.values();
  if (first) return refused({ ...first, faults });
  return whole(definition, item as unknown as ProcedureDefinition, '');
}
