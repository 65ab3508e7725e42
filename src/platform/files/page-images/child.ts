import { readFile } from 'node:fs/promises';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { PNG } from 'pngjs';
import { imageSize, isDrawable } from '../image-size.ts';
import { scanPdf } from '../pdf-scan.ts';
import { jpegAsPdf } from './jpeg-as-pdf.ts';
import type { DrawAnswer, DrawRequest } from './protocol.ts';

/** Draws pages in a process of its own with little memory: hostile content ends this process and nothing else. */
const library = await PDFiumLibrary.init();

process.on('message', (request: DrawRequest) => {
  void answer(request).then((message) => process.send?.(message));
});
process.on('disconnect', () => process.exit(0));

async function answer(request: DrawRequest): Promise<DrawAnswer> {
  try {
    const bytes =
      request.bytes === undefined ? await readFile(request.path) : Buffer.from(request.bytes, 'base64');
    if (request.kind === 'png') return drawPng(request, bytes);
    if (request.kind === 'pdf' && request.page === 0) {
      const suspicion = scanPdf(bytes);
      if (suspicion)
        return { id: request.id, fault: suspicion === 'password-protected' ? 'locked' : suspicion };
    }
    const document = await library.loadDocument(request.kind === 'jpeg' ? wrapped(bytes) : bytes);
    try {
      return await drawPage(request, document);
    } finally {
      document.destroy();
    }
  } catch (error) {
    return { id: request.id, fault: /password/i.test(String(error)) ? 'locked' : 'unreadable' };
  }
}

function wrapped(bytes: Buffer): Buffer {
  const size = imageSize(bytes, 'jpeg');
  if (!size || !isDrawable(size)) throw new Error('not drawable');
  return jpegAsPdf(bytes, size.width, size.height);
}

async function drawPage({ id, page, width }: DrawRequest, document: PDFiumDocument): Promise<DrawAnswer> {
  const pages = document.getPageCount();
  if (pages === 0) return { id, fault: 'unreadable' };
  if (page > pages) return { id, fault: 'no-such-page' };
  const sheet = document.getPage(Math.max(page, 1) - 1);
  const size = sheet.getOriginalSize();
  // A page of a kilometre is drawn no larger than a screen can show.
  const scale = Math.min(width / size.originalWidth, 4000 / size.originalHeight);
  const image = await sheet.render({
    scale,
    render: async ({ data, width: w, height: h }) => encode(Buffer.from(data), w, h),
  });
  return page === 0 ? { id, pages } : { id, pages, png: Buffer.from(image.data).toString('base64') };
}

function encode(rgba: Buffer, width: number, height: number): Buffer {
  const png = new PNG({ width, height, colorType: 2, inputHasAlpha: true });
  rgba.copy(png.data);
  return PNG.sync.write(png, { colorType: 2, inputHasAlpha: true, deflateLevel: 6 });
}

function drawPng({ id, page, width }: DrawRequest, bytes: Buffer): DrawAnswer {
  const size = imageSize(bytes, 'png');
  if (!size || !isDrawable(size)) return { id, fault: 'unreadable' };
  if (page > 1) return { id, fault: 'no-such-page' };
  const source = PNG.sync.read(bytes, { checkCRC: true });
  if (page === 0) return { id, pages: 1 };
  const step = Math.max(1, source.width / width);
  const w = Math.max(1, Math.floor(source.width / step));
  const h = Math.max(1, Math.floor(source.height / step));
  const small = Buffer.alloc(w * h * 4);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const from = (Math.floor(y * step) * source.width + Math.floor(x * step)) * 4;
      const alpha = (source.data[from + 3] ?? 255) / 255;
      const to = (y * w + x) * 4;
      for (let c = 0; c < 3; c++)
        small[to + c] = Math.round((source.data[from + c] ?? 0) * alpha + 255 * (1 - alpha));
      small[to + 3] = 255;
    }
  }
  return { id, pages: 1, png: encode(small, w, h).toString('base64') };
}
