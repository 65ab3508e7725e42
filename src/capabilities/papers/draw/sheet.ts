import PDFDocument from 'pdfkit';
import type { Locale } from '#kernel/text';
import type { Instant } from '#kernel/time';
import { mm, type PaperBox, type PlaceOnPaper, type SigningPlaces } from '../places.ts';
import { type FontFace as Face, fontFile, fontFiles } from './fonts.ts';
import { maker, tellMetadata } from './metadata.ts';

/** A4 margins of NĐ 30/2020, Phụ lục I: top and bottom 20–25 mm, left 30–35, right 15–20. */
const portrait = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(18) };
/** Wide registers keep the binding edge on top, as a turned sheet does. */
const landscape = { top: mm(25), bottom: mm(18), left: mm(18), right: mm(18) };

export type { Face };

export interface SheetOptions {
  readonly title: string;
  readonly author: string;
  readonly at: Instant;
  readonly landscape: boolean;
  readonly size: number;
  readonly watermark: string | undefined;
  readonly language: Locale;
}

type Parent = PDFKit.PDFStructureElement;
interface FontWithGlyphs {
  readonly font?: { hasGlyphForCodePoint(codePoint: number): boolean };
}

/** The page being written: a cursor `y`, the width of the text, faces, and the tree of tags for those who listen. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly language: Locale;
  y: number;
  /** What is left on this paper to those who sign it. */
  places: SigningPlaces = {};
  readonly #root: Parent;
  readonly #widths = new Map<string, number>();
  #page = 0;

  constructor(options: SheetOptions) {
    const margins = options.landscape ? landscape : portrait;
    const [width, height] = options.landscape ? [841.89, 595.28] : [595.28, 841.89];
    this.doc = new PDFDocument({
      size: [width, height],
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      lang: options.language,
      displayTitle: true,
      info: {
        Title: options.title,
        Author: options.author,
        Creator: maker,
        Producer: maker,
        CreationDate: new Date(options.at),
      },
    });
    tellMetadata(this.doc, options);
    for (const face of Object.keys(fontFiles) as Face[]) this.doc.registerFont(face, fontFile(face));
    this.x = margins.left;
    this.width = width - margins.left - margins.right;
    this.top = margins.top;
    this.bottom = height - margins.bottom;
    this.size = options.size;
    this.language = options.language;
    this.y = this.top;
    this.doc.on('pageAdded', () => {
      this.#page += 1;
      this.y = this.top;
      this.artifact(() => this.#furniture(options.watermark));
    });
    this.doc.addPage();
    this.#root = this.doc.struct('Document');
    this.doc.addStructure(this.#root);
  }

  /** The number stands in the middle of the upper margin, from the second page on (NĐ 30/2020). */
  #furniture(watermark: string | undefined): void {
    const { doc } = this;
    const { width, height } = doc.page;
    if (watermark !== undefined) {
      doc.save().rotate(-52, { origin: [width / 2, height / 2] });
      doc.font('bold').fontSize(74).fillColor('#e4e4e4');
      doc.text(watermark, width / 2 - doc.widthOfString(watermark) / 2, height / 2 - 40, {
        lineBreak: false,
      });
      doc.restore();
    }
    doc.fillColor('#000').strokeColor('#000');
    if (this.#page > 1) {
      const number = String(this.#page);
      doc.font('regular').fontSize(13);
      doc.text(number, width / 2 - doc.widthOfString(number) / 2, mm(11), { lineBreak: false });
    }
  }

  /** Draws something a screen reader passes over: rules, repeated headings, page numbers. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  /** Draws under a tag; what overflows goes on, still under that tag, on the next page. */
  tagged(tag: string, draw: () => void, parent: Parent = this.#root, options: { alt?: string } = {}): void {
    const element = this.doc.struct(tag, options, () => draw());
    parent.add(element);
    element.end();
  }

  /** Opens a tag that holds other tags, such as a table and its rows. */
  group(tag: string, within: (element: Parent) => void, parent: Parent = this.#root): void {
    const element = this.doc.struct(tag);
    parent.add(element);
    within(element);
    element.end();
  }

  nextPage(): void {
    this.doc.continueOnNewPage({ size: [this.doc.page.width, this.doc.page.height], margin: 0 });
  }

  /** Where a box lies, for those who sign the paper later. */
  place(box: PaperBox): PlaceOnPaper {
    return { page: this.#page, box };
  }

  /** Goes to the next page unless so many points are left on this one. */
  ensure(height: number): void {
    if (this.y + height > this.bottom && this.y > this.top) this.nextPage();
  }

  rule(x1: number, x2: number, y: number, thickness = 0.6): void {
    this.artifact(() => this.doc.lineWidth(thickness).moveTo(x1, y).lineTo(x2, y).stroke());
  }

  widthOf(text: string, face: Face, size: number): number {
    const key = `${face} ${size} ${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = this.doc.font(face).fontSize(size).widthOfString(text);
      this.#widths.set(key, width);
    }
    return width;
  }

  /** Letters the type does not have (emoji, other scripts) become a visible box, so that nothing vanishes in silence. */
  printable(text: string): string {
    const { font } = (this.doc.font('regular') as unknown as { _font: FontWithGlyphs })._font;
    let result = '';
    for (const letter of text)
      result += letter === '\n' || font?.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : '□';
    return result;
  }

  async bytes(): Promise<Uint8Array> {
    this.#root.end();
    const chunks: Buffer[] = [];
    this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    const finished = new Promise<void>((resolve, reject) => {
      this.doc.once('end', resolve);
      this.doc.once('error', reject);
    });
    this.doc.end();
    await finished;
    return new Uint8Array(Buffer.concat(chunks));
  }
}
