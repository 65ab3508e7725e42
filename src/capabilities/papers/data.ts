import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import {
  dots,
  fill,
  fits,
  inWords,
  type PaperRow,
  type PaperScalar,
  type PaperValues,
  type Placeholder,
  placeholdersIn,
  type Run,
} from './fill.ts';
import type { Declaration, PaperTemplate } from './template.ts';

/** What goes on one paper. `at` becomes the document's date, so the same input always gives the same bytes. */
export interface PaperData<V extends object = PaperValues> {
  readonly at: Instant;
  readonly values: V;
}

export interface PaperRefusal extends Refusal {
  readonly code: 'missing-placeholder' | 'wrong-placeholder';
  readonly details: { readonly placeholder: string; readonly label: string; readonly row?: number };
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const comesLater = (declared: Declaration): boolean => 'later' in declared && declared.later === true;

type Fault = Pick<PaperRefusal, 'code'> & { placeholder: string; label: string; row?: number };

function faultOf(name: string, declared: Declaration, value: unknown): Fault | undefined {
  const fault = (code: PaperRefusal['code']): Fault => ({ code, placeholder: name, label: declared.label });
  if (isEmpty(value))
    return declared.optional === true || comesLater(declared) ? undefined : fault('missing-placeholder');
  if (declared.type === 'lines')
    return Array.isArray(value) && value.every((line) => typeof line === 'string')
      ? undefined
      : fault('wrong-placeholder');
  if (declared.type !== 'rows') return fits(declared.type, value) ? undefined : fault('wrong-placeholder');
  if (!Array.isArray(value)) return fault('wrong-placeholder');
  for (const [index, row] of (value as PaperRow[]).entries()) {
    for (const [column, of] of Object.entries(declared.columns)) {
      const found = faultOf(`${name}.${column}`, of, row[column]);
      if (found) return { ...found, row: index + 1 };
    }
  }
  return undefined;
}

/** Judges the data against the template's placeholders; the first fault is named, so that nothing half-filled is printed. */
export function checkPaperData(template: PaperTemplate, values: object): Outcome<PaperValues, PaperRefusal> {
  for (const [name, declared] of Object.entries(template.placeholders)) {
    const found = faultOf(name, declared, (values as PaperValues)[name]);
    if (found) {
      const { code, ...details } = found;
      return refused({ code, field: found.placeholder, details });
    }
  }
  return done(values as PaperValues);
}

/** Reads checked values for the drawing blocks. */
export class Filler {
  readonly #template: PaperTemplate;
  readonly #values: PaperValues;
  constructor(template: PaperTemplate, checkedValues: PaperValues) {
    this.#template = template;
    this.#values = checkedValues;
  }

  has(name: string): boolean {
    const value = this.#values[name];
    return !isEmpty(value) && !(Array.isArray(value) && value.length === 0);
  }

  /** Whether a block stands on this paper at all. */
  shows({
    when,
    unless,
  }: {
    readonly when?: string | undefined;
    readonly unless?: string | undefined;
  }): boolean {
    return (when === undefined || this.has(when)) && (unless === undefined || !this.has(unless));
  }

  runs(text: string, bold = false): Run[] {
    return fill(text, (found) => this.#words(found) ?? dots, bold);
  }

  text(text: string): string {
    return this.runs(text)
      .map((run) => run.text)
      .join('');
  }

  /** False for a text whose placeholders are all empty: such a line is left out rather than dotted. */
  speaks(text: string): boolean {
    const found = placeholdersIn(text);
    return found.length === 0 || found.some((placeholder) => this.#words(placeholder) !== undefined);
  }

  /** True for a line that a later signature fills in. */
  waits(text: string): boolean {
    return placeholdersIn(text).some(({ name }) => {
      const declared = this.#template.placeholders[name];
      return declared !== undefined && comesLater(declared) && !this.has(name);
    });
  }

  lines(name: string): readonly string[] {
    return (this.#values[name] ?? []) as readonly string[];
  }

  /** Cells of a table, row by row; `{{#}}` is the number of the row, an absent optional cell stays blank. */
  rows(name: string, cells: readonly string[]): Run[][][] {
    const declared = this.#template.placeholders[name];
    const columns = declared?.type === 'rows' ? declared.columns : {};
    return ((this.#values[name] ?? []) as readonly PaperRow[]).map((row, index) =>
      cells.map((cell) =>
        fill(cell, (found) => {
          if (found.name === '#') return String(index + 1);
          const column = columns[found.name];
          if (!column) return this.#words(found) ?? '';
          const value = row[found.name];
          return isEmpty(value)
            ? ''
            : inWords(column.type, value as PaperScalar, found.filter, this.#template.language);
        }),
      ),
    );
  }

  #words({ name, filter }: Placeholder): string | undefined {
    const declared = this.#template.placeholders[name];
    const value = this.#values[name];
    if (!declared || declared.type === 'rows' || declared.type === 'lines' || isEmpty(value))
      return undefined;
    return inWords(declared.type, value as PaperScalar, filter, this.#template.language);
  }
}
