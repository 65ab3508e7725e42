import { PDFiumLibrary } from '@hyzyla/pdfium';
import { PNG } from 'pngjs';

/** Every page of a PDF as a printer would put it on paper, as PNG at so many dots per inch. */
export async function paperPictures(pdf: Uint8Array, dpi = 200): Promise<readonly Uint8Array[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const pictures: Uint8Array[] = [];
    for (const page of document.pages()) {
      const { data } = await page.render({
        scale: dpi / 72,
        renderFormFields: true,
        render: async ({ data: points, width, height }) => {
          const png = new PNG({ width, height });
          Buffer.from(points).copy(png.data);
          return PNG.sync.write(png);
        },
      });
      pictures.push(data);
    }
    document.destroy();
    return pictures;
  } finally {
    library.destroy();
  }
}
