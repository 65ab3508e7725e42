import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { attachmentHeader, cleanFileName, folderStore, openFiles } from './index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-files-'));
const store = folderStore(folder);
const megabyte = 1024 * 1024;
const files = openFiles({ store, maxUpload: 2 * megabyte });
after(() => {
  files.close();
  rmSync(folder, { recursive: true, force: true });
});

const aPdf = (inside = '', extra = ''): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R${inside}>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R>>endobj\n4 0 obj<</Length 26>>stream\n1 0 0 rg 0 0 200 100 re f \nendstream endobj\n${extra}trailer<</Root 1 0 R>>\n%%EOF`,
    'latin1',
  );
function aPng(width = 40, height = 20): Buffer {
  const png = new PNG({ width, height });
  for (let i = 0; i < png.data.length; i += 4) png.data.set([0, 128, 0, 255], i);
  return PNG.sync.write(png);
}
const accept = (bytes: Buffer, name: string) => files.accept({ name, stream: Readable.from([bytes]) });
const codeOf = async (bytes: Buffer, name: string) => {
  const answer = await accept(bytes, name);
  return answer.ok ? 'taken' : answer.refusal.code;
};

test('what is taken, and under which name it is kept', async () => {
  const answer = await accept(aPdf(), 'Giấy chứng sinh.PDF');
  assert.ok(answer.ok);
  assert.equal(answer.value.kind, 'pdf');
  assert.equal(answer.value.name, 'Giấy chứng sinh.PDF');
  assert.ok(await store.verify(answer.value.sha256));
  assert.equal(await codeOf(aPng(), 'anh.png'), 'taken');
});

test('empty, disguised, foreign and hostile content is refused with its own reason (G1, G3, G5)', async () => {
  const locked = aPdf('', '9 0 obj<</Filter/Standard>>endobj\n')
    .toString('latin1')
    .replace('trailer<<', 'trailer<</Encrypt 9 0 R');
  const stream = deflateSync(Buffer.from('5 0 <</S/JavaScript/JS(app.alert(1))>>'));
  const hidden = Buffer.concat([
    aPdf().subarray(0, -5),
    Buffer.from(`6 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${stream.length}>>stream\n`),
    stream,
    Buffer.from('\nendstream endobj\n%%EOF'),
  ]);
  const huge = aPng();
  huge.writeUInt32BE(50_000, 16);
  huge.writeUInt32BE(50_000, 20);
  const brokenPixels = aPng();
  brokenPixels.fill(7, 45, 55);
  const cases: [string, Buffer, string][] = [
    ['file.empty', Buffer.alloc(0), 'a.pdf'],
    ['file.disguised', Buffer.from('MZ\x90\0 not a picture at all, really'), 'a.png'],
    ['file.disguised', aPng(), 'a.pdf'],
    [
      'file.not-allowed',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'a.svg',
    ],
    ['file.not-allowed', Buffer.from('PK\x03\x04 and so on and on and on'), 'a.zip'],
    ['file.locked', Buffer.from(locked, 'latin1'), 'a.pdf'],
    ['file.active-content', aPdf('/OpenAction<</S/JavaScript/JS(x)>>'), 'a.pdf'],
    ['file.active-content', aPdf('/OpenAction<</S/J#61vaScript/J#53(x)>>'), 'a.pdf'],
    ['file.active-content', hidden, 'a.pdf'],
    [
      'file.polyglot',
      Buffer.concat([aPdf(), Buffer.from('PK\x05\x06' + '\0'.repeat(18), 'latin1')]),
      'a.pdf',
    ],
    ['file.polyglot', Buffer.concat([aPng(), Buffer.from('<script>alert(1)</script>')]), 'a.png'],
    ['file.image-too-large', huge, 'a.png'],
    [
      'file.active-content',
      Buffer.from(hidden.toString('latin1').replace('ObjStm', 'Obj#53tm'), 'latin1'),
      'a.pdf',
    ],
    ['file.active-content', aPdf('/OpenAction<</S/JavaScript>>/X(stream\n)'), 'a.pdf'],
    ['file.active-content', aPdf('', '7 0 obj<</Subtype/FileAttachment>>endobj\n'), 'a.pdf'],
    ['file.unreadable', brokenPixels, 'a.png'],
    ['file.unreadable', aPdf().subarray(0, 60), 'a.pdf'],
    ['file.too-large', Buffer.alloc(3 * megabyte), 'a.pdf'],
  ];
  for (const [expected, bytes, name] of cases) {
    assert.equal(await codeOf(bytes, name), expected, `${name} ${bytes.length}`);
  }
});

test('a stream without end is cut at the limit and leaves nothing behind (G2)', async () => {
  let read = 0;
  const endless = new Readable({
    read() {
      read += 65_536;
      this.push(Buffer.alloc(65_536, 1));
    },
  });
  const answer = await files.accept({ name: 'a.pdf', stream: endless });
  assert.equal(answer.ok ? '' : answer.refusal.code, 'file.too-large');
  assert.ok(read < 3 * megabyte, `${read} bytes were read`);
  assert.deepEqual(readdirSync(path.join(folder, 'incoming')), []);
});

test('a page is drawn in its true colours, by a child that dies alone', async () => {
  for (const [bytes, name, colour] of [
    [aPdf(), 'a.pdf', [255, 0, 0]],
    [aPng(), 'b.png', [0, 128, 0]],
  ] as const) {
    const taken = await accept(bytes, name);
    assert.ok(taken.ok);
    const { sha256, kind } = taken.value;
    assert.equal(await files.pages(sha256, kind), 1);
    const drawn = await files.draw(sha256, kind, 1, 300);
    assert.ok(drawn.ok, JSON.stringify(drawn));
    const png = PNG.sync.read(Buffer.from(drawn.value));
    const middle = ((png.height >> 1) * png.width + (png.width >> 1)) * 4;
    assert.deepEqual([...png.data.subarray(middle, middle + 3)], [...colour], name);
    const none = await files.draw(sha256, kind, 7, 300);
    assert.equal(none.ok ? '' : none.refusal.code, 'page.none');
  }
  assert.equal(
    await codeOf(
      Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(3000, 65), Buffer.from('%%EOF')]),
      'x.pdf',
    ),
    'file.unreadable',
  );
});

test('a page made here is drawn without being stored, and says how many there are', async () => {
  const stored = () => readdirSync(folder, { recursive: true }).length;
  const before = stored();
  const drawn = await files.drawMade(aPdf(), 1, 300);
  assert.ok(drawn.ok, JSON.stringify(drawn));
  assert.equal(drawn.value.pages, 1);
  const png = PNG.sync.read(Buffer.from(drawn.value.png));
  assert.deepEqual([...png.data.subarray(0, 3)], [255, 0, 0]);
  assert.equal(stored(), before);
  const none = await files.drawMade(aPdf(), 2, 300);
  assert.equal(none.ok ? '' : none.refusal.code, 'page.none');
  const broken = await files.drawMade(Buffer.from('%PDF-1.4 nothing'), 1, 300);
  assert.equal(broken.ok ? '' : broken.refusal.code, 'file.unreadable');
});

test('names are safe in folders, headers and pages (G6)', () => {
  const cases: [string, string][] = [
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['a\0b.pdf', 'ab.pdf'],
    ['ảnh\u202Egpj.pdf', 'ảnhgpj.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie_ x.pdf'],
    ['', 'tep'],
    ['.pdf', 'tep.pdf'],
    ['C:\\Users\\me\\giấy.pdf', 'giấy.pdf'],
  ];
  for (const [typed, clean] of cases) assert.equal(cleanFileName(typed), clean, JSON.stringify(typed));
  assert.equal(cleanFileName('gia\u0302\u0301y.pdf'), 'giấy.pdf', 'stored composed');
  assert.ok(cleanFileName(`${'x'.repeat(300)}.pdf`).length <= 120);
  const header = attachmentHeader('Giấy "khai" sinh 😀.pdf\r\nX: y');
  assert.doesNotMatch(header, /[\r\n]/);
  assert.match(header, /^attachment; filename="[^"]*"; filename\*=UTF-8''Gi%E1%BA%A5y/);
});
