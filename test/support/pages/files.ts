import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { PNG } from 'pngjs';
import { done, refused } from '#kernel/outcome';
import type { FileDoor } from '#surfaces/shared';

/** Files in memory: takes anything that is not empty, shows each as two grey sheets. */
export function aFileDoor(): FileDoor {
  const kept = new Map<string, Buffer>();
  return {
    rule: { vi: 'PDF, JPEG hoặc PNG, mỗi tệp không quá 10 MB', en: 'PDF, JPEG or PNG, up to 10 MB each' },
    async accept({ name, stream }) {
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(Buffer.from(part));
      const bytes = Buffer.concat(parts);
      if (bytes.length === 0) return refused({ code: 'file.empty' });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      kept.set(sha256, bytes);
      return done({ sha256, name, size: bytes.length, kind: kindOf(bytes) });
    },
    async keep(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      kept.set(sha256, Buffer.from(bytes));
      return done({ sha256, size: bytes.length });
    },
    open: async (sha256) => Readable.from([kept.get(sha256) ?? Buffer.from('%PDF-1.7 sample')]),
    pages: async () => 2,
    draw: async (_sha256, _kind, page, width) =>
      page > 2 ? refused({ code: 'page.missing' }) : done(sheet(page, Math.min(width, 900))),
    drawMade: async (_pdf, page, width) =>
      page > 2 ? refused({ code: 'page.none' }) : done({ png: sheet(page, Math.min(width, 900)), pages: 2 }),
    disposition: (name) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
}

const kindOf = (bytes: Buffer): 'png' | 'jpeg' | 'pdf' =>
  bytes[0] === 0x89 ? 'png' : bytes[0] === 0xff ? 'jpeg' : 'pdf';

/** A page with lines where text would stand, enough to see how it sits beside the facts. */
function sheet(page: number, width: number): Uint8Array {
  const png = new PNG({ width, height: Math.round(width * 1.414) });
  png.data.fill(255);
  const bar = (top: number, from: number, to: number) => {
    for (let y = top; y < top + 6; y++)
      for (let x = from; x < to; x++) png.data.fill(150, (y * width + x) * 4, (y * width + x) * 4 + 3);
  };
  const margin = Math.round(width * 0.1);
  for (let line = 0; line < 22; line++)
    bar(margin + line * 34, margin, width - margin - ((line * 37 * page) % Math.round(width * 0.4)));
  return PNG.sync.write(png);
}
