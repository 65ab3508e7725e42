import {
  composedTypes,
  expandDefinition,
  expandForm,
  type ProcedureDefinition,
  type Question,
} from '#capabilities/forms';
import { type Address, addressOf } from './place.ts';

const placed: ReadonlySet<string> = new Set(composedTypes);

/** A person or a placed block: one entry of the form as it is written, several questions when it is laid out. */
export const isPlaced = ({ type }: { readonly type: string }): boolean => placed.has(type);

const kept = new WeakMap<ProcedureDefinition, ProcedureDefinition>();

/** The definition as everything behind the designer reads it: persons and blocks as their questions. */
export function laidOut(definition: ProcedureDefinition): ProcedureDefinition {
  let whole = kept.get(definition);
  if (!whole) {
    whole = expandDefinition(definition);
    kept.set(definition, whole);
  }
  return whole;
}

/** The questions that one entry stands for: itself, or those of the person or block. */
export const questionsOfEntry = (
  entry: Question,
  blocks: ProcedureDefinition['blocks'],
): readonly Question[] =>
  isPlaced(entry)
    ? expandForm(
        { id: '', title: entry.label, pages: [{ id: '', title: entry.label, questions: [entry] }] },
        blocks,
      ).pages.flatMap(({ questions }) => questions)
    : [entry];

/** Where the entry stands that asks a question of the laid-out form. */
export function entryAddresses({ form, blocks }: ProcedureDefinition): ReadonlyMap<string, Address> {
  const found = new Map<string, Address>();
  for (const entry of form.pages.flatMap(({ questions }) => questions)) {
    found.set(entry.id, entry.id);
    for (const { id } of questionsOfEntry(entry, blocks)) found.set(id, entry.id);
    for (const item of entry.items ?? []) {
      found.set(addressOf(item.id, entry.id), addressOf(item.id, entry.id));
      for (const { id } of questionsOfEntry(item, blocks))
        found.set(addressOf(id, entry.id), addressOf(item.id, entry.id));
    }
  }
  return found;
}
