import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { PNG } from 'pngjs';
import type { StoredFile } from '#capabilities/dossiers';
import { folderStore } from '#platform/files';

interface SamplePaper extends StoredFile {
  readonly bytes: Buffer;
}

/** The fonts that every reader of PDF brings along know no Vietnamese letters, so these papers speak without accents. */
const titles = [
  'To khai',
  'Giay to kem theo',
  'Van ban uy quyen',
  'Ban ve thiet ke',
  'Hop dong',
  'Giay xac nhan',
];

const slug = (title: string): string => `${title.toLowerCase().replaceAll(' ', '-')}-mau`;

/** A one-page PDF of a few lines, always the same bytes. */
function pdfOf(title: string): Buffer {
  const lines = [
    `BT /F1 22 Tf 72 760 Td (${title.toUpperCase()}) Tj ET`,
    'BT /F1 12 Tf 72 730 Td (Giay to mau cua du lieu minh hoa - khong co gia tri phap ly) Tj ET',
    'BT /F1 12 Tf 72 712 Td (Sample paper of the demonstration data, of no legal value) Tj ET',
    ...Array.from({ length: 12 }, (_, i) => `0.8 G 72 ${670 - i * 36} m 520 ${670 - i * 36} l S`),
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${lines.length} >>\nstream\n${lines}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  body += offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}

/** What a telephone's photo of a paper looks like from afar: a sheet with grey lines on a table. */
function photo(tone: number): Buffer {
  const image = new PNG({ width: 480, height: 640 });
  for (let y = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++) {
      const sheet = x > 30 && x < 450 && y > 40 && y < 600;
      const line = sheet && y > 110 && y % 28 < 4 && x > 70 && x < 410 - ((y * 7) % 90);
      const grey = line ? 90 : sheet ? 246 : tone;
      image.data.set([grey, grey, Math.min(255, grey + 4), 255], (y * image.width + x) * 4);
    }
  return PNG.sync.write(image);
}

const paper = (name: string, kind: string, bytes: Buffer): SamplePaper => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  name,
  kind,
  size: bytes.length,
  bytes,
});

/** The few files that all sample dossiers share. */
export const samplePapers = (): readonly SamplePaper[] => [
  ...titles.map((title) => paper(`${slug(title)}.pdf`, 'pdf', pdfOf(title))),
  paper('anh-chup-giay-to.png', 'png', photo(150)),
  paper('anh-chup-can-cuoc.png', 'png', photo(190)),
];

/** Puts the files into the content-addressed store; storing the same bytes again changes nothing. */
export async function storeSamplePapers(filesFolder: string): Promise<readonly StoredFile[]> {
  const store = folderStore(filesFolder);
  const papers = samplePapers();
  for (const { name, bytes } of papers) {
    const stored = await store.put(Readable.from([bytes]), 1_000_000);
    if (!stored.ok) throw new Error(`The sample paper ${name} was refused: ${stored.refusal.code}`);
  }
  return papers.map(({ sha256, size, kind, name }) => ({ sha256, size, kind, name }));
}
