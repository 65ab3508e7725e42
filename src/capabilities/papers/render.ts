import { done, type Outcome } from '#kernel/outcome';
import { checkPaperData, Filler, type PaperData, type PaperRefusal } from './data.ts';
import { codesHeight, drawCodes } from './draw/codes.ts';
import { drawLetterhead } from './draw/letterhead.ts';
import { Sheet } from './draw/sheet.ts';
import { drawSignatures } from './draw/signatures.ts';
import { drawTable } from './draw/table.ts';
import { drawFields, drawHeading, drawList, drawNote, drawParagraph } from './draw/texts.ts';
import type { SigningPlaces } from './places.ts';
import type { Block, PaperTemplate } from './template.ts';

interface Around {
  readonly mark: string | undefined;
  readonly next: Block | undefined;
}

function drawBlock(sheet: Sheet, block: Block, filler: Filler, { mark, next }: Around): void {
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
      // A code never goes alone to a page of its own.
      return drawSignatures(sheet, block, filler, next?.kind === 'codes' ? codesHeight : 0);
    case 'codes':
      return drawCodes(sheet, block, filler);
  }
}

export interface DrawnPaper {
  readonly pdf: Uint8Array;
  readonly places: SigningPlaces;
}

/**
 * Draws a paper as a tagged PDF/A-2a, and says where on it there is room to sign. The same template and data give the same
 * bytes. Refused, naming the placeholder, when the template asks for something the data does not hold.
 */
export async function drawPaper(
  template: PaperTemplate,
  data: PaperData<object>,
): Promise<Outcome<DrawnPaper, PaperRefusal>> {
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
  const blocks = template.blocks.filter((block) => filler.shows(block));
  for (const [index, block] of blocks.entries())
    drawBlock(sheet, block, filler, { mark: template.mark, next: blocks[index + 1] });
  return done({ pdf: await sheet.bytes(), places: sheet.places });
}

/** The bytes of a drawn paper alone. */
export async function renderPaper(
  template: PaperTemplate,
  data: PaperData<object>,
): Promise<Outcome<Uint8Array, PaperRefusal>> {
  const drawn = await drawPaper(template, data);
  return drawn.ok ? done(drawn.value.pdf) : drawn;
}
