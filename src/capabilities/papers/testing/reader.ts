import { PDFiumLibrary } from '@hyzyla/pdfium';

export interface ReadPaper {
  readonly pages: readonly string[];
  /** All text with line breaks and runs of spaces as one space. */
  readonly text: string;
}

/** Reads the text of a PDF back with another library than the one that wrote it. */
export async function readPaper(bytes: Uint8Array): Promise<ReadPaper> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const pages = Array.from(document.pages(), (page) =>
      page.getText().normalize('NFC').replace(/\s+/g, ' '),
    );
    document.destroy();
    return { pages, text: pages.join(' ') };
  } finally {
    library.destroy();
  }
}
