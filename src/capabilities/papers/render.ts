import { done, type Outcome } from '#kernel/outcome';
import { checkPaperData, Filler, type PaperData, type PaperRefusal } from './data.ts';
import { drawCodes } from './draw/codes.ts';
import { drawLetterhead } from './draw/letterhead.ts';
import { Sheet } from './draw/sheet.ts';
import { drawSignatures } from './draw/signatures.ts';
import { drawTable } from './draw/table.ts';
import { drawFields, drawHeading, drawList, drawNote, drawParagraph } from './draw/texts.ts';
import type { Block, PaperTemplate } from './template.ts';

function drawBlock(sheet: Sheet, block: Block, filler: Filler, mark: string | undefined): void {
  switch (block.kind) {
    case 'letterhead':
      return drawLetterhead(sheet, block, filler, mark);
    case 'heading':
      return drawHeading(sheet, block, filler);
    case 'paragraph':
      return drawParagraph(sheet, block, filler);
    case 'fields':
      return drawFields(sheet, block, filler);
    case 'table':
      return drawTable(sheet, block, filler);
    case 'list':
      return drawList(sheet, block, filler);
    case 'note':
      return drawNote(sheet, block, filler);
    case 'signatures':
      return drawSignatures(sheet, block, filler);
    case 'codes':
      return drawCodes(sheet, block, filler);
  }
}

/**
 * Draws a paper as a tagged PDF. The same template and data give the same bytes.
 * Refused, naming the placeholder, when the template asks for something the data does not hold.
 */
export async function renderPaper(
  template: PaperTemplate,
  data: PaperData<object>,
): Promise<Outcome<Uint8Array, PaperRefusal>> {
  const checked = checkPaperData(template, data.values);
  if (!checked.ok) return checked;
  const filler = new Filler(template, checked.value);
  const head = template.blocks.find((block) => block.kind === 'letterhead');
  const sheet = new Sheet({
    title: template.title,
    author: head ? filler.text(head.agency) : '',
    at: data.at,
    landscape: template.landscape ?? false,
    size: template.size ?? 13,
    watermark: template.watermark,
    language: template.language ?? 'vi',
  });
  for (const block of template.blocks)
    if (block.when === undefined || filler.has(block.when)) drawBlock(sheet, block, filler, template.mark);
  return done(await sheet.bytes());
}
