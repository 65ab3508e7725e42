import type { ProcedureDefinition } from '#capabilities/forms';
import type { LocalText } from '#kernel/text';
import type { FieldSpec } from '../core/fields.ts';
import type { Item } from '../core/item.ts';

/** A part of a procedure that is a list of entries, edited one by one. */
export interface ListPart {
  readonly kind: 'list';
  /** Last piece of its address: `giay-to`. */
  readonly slug: string;
  readonly title: LocalText;
  /** Where the list stands in the definition: `documents`, `workflow.steps`. */
  readonly path: string;
  readonly add: LocalText;
  /** What is asked for a new entry, before the rest. */
  readonly ask: LocalText;
  /** Entries of the law's own order are moved by hand; entries without ids are known by their place. */
  readonly named: boolean;
  /** Without entries there is no list; other lists stay, empty. */
  readonly goesWhenEmpty?: boolean;
  readonly fields: readonly FieldSpec[];
  fresh(name: string, definition: ProcedureDefinition): Item;
  /** The columns of its table. */
  readonly columns: readonly {
    readonly title: LocalText;
    readonly text: (item: Item, definition: ProcedureDefinition) => LocalText;
  }[];
}

/** A part that is one sheet of fields. */
export interface SheetPart {
  readonly kind: 'sheet';
  readonly slug: string;
  readonly title: LocalText;
  readonly fields: readonly FieldSpec[];
}

export type Part = ListPart | SheetPart;
