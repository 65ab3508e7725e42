import { done, type Outcome } from '#kernel/outcome';
import { checkPaperData, Filler, type PaperData, type PaperRefusal } from './data.ts';
import { plain, type Run } from './fill.ts';
import type { Block, PaperTemplate } from './template.ts';

/** A paper as lines of text: what it says, without how it looks. */
export type PaperLine =
  | { readonly kind: 'heading' | 'line' | 'note'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

function linesOf(block: Block, filler: Filler): readonly PaperLine[] {
  const line = (text: string): readonly PaperLine[] => (text === '' ? [] : [{ kind: 'line', text }]);
  const spoken = (texts: readonly (string | undefined)[]): readonly PaperLine[] =>
    texts.flatMap((text) => (text !== undefined && filler.speaks(text) ? line(filler.text(text)) : []));
  switch (block.kind) {
    case 'letterhead':
      return spoken([block.superior, block.agency, block.number, block.subject, block.place_date]);
    case 'heading':
      return [{ kind: 'heading', text: filler.text(block.text) }, ...spoken([block.sub])];
    case 'paragraph':
      return line(filler.text(block.text));
    case 'note':
      return [{ kind: 'note', text: filler.text(block.text) }];
    case 'fields':
      return block.items
        .filter((item) => item.when === undefined || filler.has(item.when))
        .flatMap((item) => line(`${item.label}: ${filler.text(item.value)}`));
    case 'list':
      return filler.lines(block.lines).flatMap((text) => line(`- ${text}`));
    case 'table':
      return [
        {
          kind: 'table',
          head: block.columns.map(({ title }) => title),
          rows: filler
            .rows(
              block.rows,
              block.columns.map(({ value }) => value),
            )
            .map((cells: readonly (readonly Run[])[]) => cells.map(plain)),
        },
      ];
    case 'signatures':
      return [
        ...spoken(block.recipients ?? []),
        ...block.cells.flatMap((cell) => spoken([...(cell.capacity ?? []), cell.hint, cell.name])),
      ];
    case 'codes':
      return spoken([block.caption]);
  }
}

/** The text of a paper from top to bottom, under the same judgement as its drawing. */
export function paperAsText(
  template: PaperTemplate,
  data: PaperData<object>,
): Outcome<readonly PaperLine[], PaperRefusal> {
  const checked = checkPaperData(template, data.values);
  if (!checked.ok) return checked;
  const filler = new Filler(template, checked.value);
  return done(
    template.blocks.filter((block) => filler.shows(block)).flatMap((block) => linesOf(block, filler)),
  );
}
