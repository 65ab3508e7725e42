import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PNG } from 'pngjs';
import type { SmallAuthority } from '#test/small-authority';
import { must } from '#test/small-services';
import { type Appearance, type Face, openFace, type PdfSigning, signPdf } from '../index.ts';

export { must, sourceOf, stamperOf } from '#test/small-services';

export function tinos(): Face {
  const file = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  );
  return must(openFace(readFileSync(file)));
}

/** A red ring, transparent within and around. */
export function seal(side = 160): Buffer {
  const png = new PNG({ width: side, height: side });
  for (let i = 0; i < side * side; i++) {
    const r = Math.hypot((i % side) - side / 2, Math.floor(i / side) - side / 2) / (side / 2);
    png.data.set([200, 20, 20, (r > 0.86 && r < 0.97) || r < 0.3 ? 255 : 0], 4 * i);
  }
  return PNG.sync.write(png);
}

export const leaderLook = (face: Face): Appearance => ({
  page: 1,
  box: { x: 320, y: 560, width: 200, height: 70 },
  lines: ['Nguyễn Thị Đường', 'Cơ quan: Sở Nội vụ tỉnh Mẫu', 'Thời gian ký: 23/11/2026 09:00:00 +07:00'],
  face,
});

export const sealLook = (face: Face): Appearance => ({
  page: 1,
  box: { x: 250, y: 540, width: 110, height: 110 },
  lines: ['Sở Nội vụ tỉnh Mẫu', '23/11/2026 09:05:00 +07:00'],
  face,
  colour: [0.78, 0.08, 0.08],
  picture: seal(),
});

export const signed = async (
  bytes: Uint8Array,
  authority: SmallAuthority,
  wish: Partial<PdfSigning> = {},
): Promise<Uint8Array> =>
  must(await signPdf(bytes, { signer: authority.person, at: authority.at, fieldName: 'leader', ...wish }));
