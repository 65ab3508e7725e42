/** A one-page PDF around a JPEG, so that one renderer draws everything. */
export function jpegAsPdf(jpeg: Buffer, width: number, height: number): Buffer {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (part: Buffer | string) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (...content: (Buffer | string)[]) => {
    offsets.push(length);
    add(`${offsets.length} 0 obj\n`);
    content.forEach(add);
    add('\nendobj\n');
  };
  const draw = `q ${width} 0 0 ${height} 0 0 cm /I Do Q`;
  add('%PDF-1.4\n');
  object('<</Type/Catalog/Pages 2 0 R>>');
  object('<</Type/Pages/Kids[3 0 R]/Count 1>>');
  object(
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>`,
  );
  object(`<</Length ${draw.length}>>stream\n${draw}\nendstream`);
  const components = colourComponents(jpeg);
  const space = components === 1 ? '/DeviceGray' : components === 4 ? '/DeviceCMYK' : '/DeviceRGB';
  object(
    `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace${space}/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>stream\n`,
    jpeg,
    '\nendstream',
  );
  const start = length;
  add(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) add(`${String(offset).padStart(10, '0')} 00000 n \n`);
  add(`trailer<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`);
  return Buffer.concat(parts);
}

function colourComponents(jpeg: Buffer): number {
  for (let at = 2; at + 9 < jpeg.length; ) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc3) return jpeg[at + 9] ?? 3;
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  return 3;
}
