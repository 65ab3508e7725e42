import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import type { PaperData } from './data.ts';
import { renderPaper } from './render.ts';
import { loadTemplates } from './shelf.ts';
import type { PaperTemplate } from './template.ts';
import { aPaper, paperSamples, registerEntries } from './testing/builders.ts';
import { readPaper } from './testing/reader.ts';
import type { PaperId } from './values.ts';

const shelf = await loadTemplates(join(import.meta.dirname, '../../../samples/papers'));
const ids = Object.keys(paperSamples) as PaperId[];

function template(id: PaperId): PaperTemplate {
  const found = shelf.find(id);
  assert.ok(found, `no template ${id}`);
  return found;
}

async function draw(id: PaperId, data: PaperData<object>): Promise<Uint8Array> {
  const drawn = await renderPaper(template(id), data);
  assert.ok(drawn.ok, JSON.stringify(drawn));
  return drawn.value;
}

test('the shelf holds exactly the papers that the house offers values to', () => {
  assert.deepEqual(shelf.ids, ids.toSorted());
  assert.equal(shelf.find('01', 9), undefined);
});

test('each paper can be read back: nation, title, code, no hole left', async () => {
  for (const id of ids) {
    const bytes = await draw(id, aPaper(id));
    const { text, pages } = await readPaper(bytes);
    assert.match(text, /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc/, id);
    assert.match(text, /An Giang, ngày 25 tháng 11 năm 2026/, id);
    if (id !== '07') assert.match(text, /H01\.105-261125-0042/, id);
    assert.doesNotMatch(text, /undefined|null|NaN|\[object|\{\{|□/, id);
    assert.equal(pages.length, id === '07' || id === 'bien-lai' ? 2 : 1, id);
    const raw = Buffer.from(bytes).toString('latin1');
    assert.match(raw, /\/MarkInfo/, id);
    assert.match(raw, /\/Lang \(vi\)/, id);
    assert.match(raw, /\/DisplayDocTitle true/, id);
  }
});

test('the receipt says who, what, when and where', async () => {
  const { text } = await readPaper(await draw('01', aPaper('01')));
  for (const words of [
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    'UBND TỈNH AN GIANG',
    'Nguyễn Thị Hồng Thắm',
    'Tờ khai đăng ký khai sinh theo mẫu',
    '09 giờ 41 phút, ngày 25 tháng 11 năm 2026',
    '16 giờ 30 phút, ngày 30 tháng 11 năm 2026',
    'Trung tâm Phục vụ hành chính công phường Long Xuyên',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
  ])
    assert.ok(text.includes(words), `${words} in ${text}`);
});

test('the same input gives the same bytes, another time other bytes', async () => {
  const first = await draw('01', aPaper('01'));
  assert.deepEqual(await draw('01', aPaper('01')), first);
  assert.notDeepEqual(await draw('01', { ...aPaper('01'), at: aPaper('01').at + 60_000 }), first);
});

test('every required value is missed by name; nothing is half filled', async () => {
  for (const id of ids) {
    const values: Record<string, unknown> = { ...paperSamples[id] };
    for (const [name, declared] of Object.entries(template(id).placeholders)) {
      if (declared.optional === true || ('later' in declared && declared.later === true)) {
        delete values[name];
        continue;
      }
      const { [name]: _, ...rest } = values;
      const drawn = await renderPaper(template(id), { at: 0, values: rest });
      assert.ok(!drawn.ok && drawn.refusal.details.placeholder === name, `${id} without ${name}`);
    }
    assert.ok((await renderPaper(template(id), { at: 0, values })).ok, `${id} without any optional value`);
  }
});

test('a fault in a row is named with its row, a wrong type with its placeholder', async () => {
  const blank = await renderPaper(template('02'), {
    at: 0,
    values: { ...paperSamples['02'], missing: [paperSamples['02'].missing[0], { name: ' ', reason: 'x' }] },
  });
  assert.ok(!blank.ok);
  assert.deepEqual(blank.refusal.details, { placeholder: 'missing.name', label: 'Tên giấy tờ', row: 2 });
  const wrong = await renderPaper(template('01'), aPaper('01', { due_at: '30/11/2026' }));
  assert.ok(!wrong.ok && wrong.refusal.code === 'wrong-placeholder' && wrong.refusal.field === 'due_at');
});

test('hostile text is only text', async () => {
  const payload = '<script>alert(1)</script> ) Tj /JS (app.alert) {{number}} **x** $& \\u0000';
  const { text } = await readPaper(await draw('03', aPaper('03', { reason: payload })));
  assert.ok(text.includes(payload), text);
  const raw = Buffer.from(await draw('03', aPaper('03', { agency: payload }))).toString('latin1');
  assert.doesNotMatch(raw, /\/JavaScript|\/OpenAction|\/Launch/);
});

test('two hundred dossiers run over pages, each with the heading row and a number', async () => {
  const changes = { entries: registerEntries(200), total_received: 200 };
  const { pages, text } = await readPaper(await draw('07', aPaper('07', changes)));
  assert.ok(pages.length >= 10 && pages.length <= 40, String(pages.length));
  for (const [index, page] of pages.slice(0, -1).entries()) {
    assert.ok(page.includes('Tên thủ tục hành chính'), `page ${index + 1} has no heading`);
    if (index > 0) assert.match(page, new RegExp(`(^| )${index + 1}( |$)`));
  }
  for (const entry of changes.entries) assert.ok(text.includes(entry.dossier_code), entry.dossier_code);
});

test('long texts and names wrap; nothing is lost at a page break', async () => {
  const words = Array.from({ length: 3000 }, (_, index) => `từ${index}`);
  const { text, pages } = await readPaper(await draw('03', aPaper('03', { reason: words.join(' ') })));
  assert.ok(pages.length > 2);
  for (const word of words) assert.ok(text.includes(word), word);

  const cell = [{ name: words.join(' '), reason: 'Chụp lại' }];
  const inTable = await readPaper(await draw('02', aPaper('02', { missing: cell })));
  for (const word of words) assert.ok(inTable.text.includes(word), `table ${word}`);

  const name = 'Nguyễn'.repeat(60);
  const joined = (await readPaper(await draw('01', aPaper('01', { submitter_name: name })))).text;
  assert.ok(joined.replaceAll(/[^Nguyễn]/g, '').includes(name));
});

test('a letter without a glyph leaves a visible box', async () => {
  const bytes = await draw('03', aPaper('03', { reason: 'Xong 🎉 nhé' }));
  assert.match((await readPaper(bytes)).text, /Xong □ nhé/);
});

test('a draft result is marked on every page and needs no number or signer', async () => {
  const { text } = await readPaper(await draw('result-draft', aPaper('result-draft')));
  assert.match(text, /BẢN DỰ THẢO/);
  assert.doesNotMatch((await readPaper(await draw('result', aPaper('result')))).text, /DỰ THẢO/);
});
