import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCases } from './cases.ts';
import { readDocument } from './documents.ts';
import { ReportBook } from './report.ts';

const paper = (name: string, originals = 1, copies = 0) => ({
  name,
  originals,
  copies,
  forms: [] as string[],
});
const read = (name: string, originals: number, copies = 0) =>
  readDocument(paper(name, originals, copies), 'submit', 'd', () => undefined);

test('a number swallowed into the count goes back to the end of the text', () => {
  const land = read('Đơn đăng ký biến động đất đai theo Mẫu số', 181, 1);
  assert.equal(land.name, 'Đơn đăng ký biến động đất đai theo Mẫu số 18');
  assert.deepEqual([land.originals, land.copies], [1, 1]);
  const dated = read('Tờ khai theo Thông tư số 02/2026/TT-BNNMT ngày 01/01/', 20261);
  assert.match(dated.name, /ngày 01\/01\/2026$/);
  assert.equal(dated.originals, 1);
  assert.equal(read('Giấy đề nghị - Mẫu', 21).name, 'Giấy đề nghị - Mẫu 2');
  assert.equal(read('Bản vẽ thiết kế', 12).originals, 12, 'a count that may be true is kept');
});

test('notes, conditions and headings posing as papers become notes', () => {
  for (const name of [
    'Lưu ý: người nộp cần mang bản chính',
    'Ghi chú',
    '- Trường hợp gửi hồ sơ qua hệ thống bưu chính thì phải gửi kèm theo bản sao có chứng thực',
    '+ Người tiếp nhận có trách nhiệm kiểm tra, đối chiếu bản chụp với bản chính',
    'Người có yêu cầu thực hiện việc nộp các giấy tờ sau:',
    'Số lượng hồ sơ: 01 bộ',
  ])
    assert.equal(read(name, 0).group, 'note', name);
  assert.equal(
    read('* Lưu ý: mang theo bản chính', 1).group,
    'note',
    'a remark is a note whatever its count',
  );
  assert.equal(
    read('(v) Người ủy quyền và người được ủy quyền chịu trách nhiệm trước pháp luật', 0, 1).group,
    'note',
  );
});

test('real papers stay papers', () => {
  assert.equal(
    read('Trường hợp trẻ em bị bỏ rơi thì phải có biên bản về việc trẻ bị bỏ rơi', 1).conditional,
    true,
  );
  assert.deepEqual(read('a) Hóa đơn thương mại: nộp 01 bản chụp', 0).copies, 1);
  const unknown = read('Tờ khai hàng hóa xuất khẩu', 0);
  assert.deepEqual([unknown.group, unknown.countKnown], ['submit', false]);
});

test('alternatives are read from "if there is none, then"', () => {
  const birth = read(
    'Giấy chứng sinh; trường hợp không có Giấy chứng sinh thì nộp văn bản của người làm chứng; nếu không có người làm chứng thì phải có giấy cam đoan về việc sinh.',
    1,
  );
  assert.deepEqual(birth.alternatives, ['văn bản của người làm chứng', 'giấy cam đoan về việc sinh']);
});

test('headings are groups of one list, true cases stay cases, nothing is lost', () => {
  const book = new ReportBook();
  const { cases, merged } = readCases(
    [
      { case: '* Giấy tờ phải xuất trình:', documents: [paper('Hộ chiếu')] },
      { case: '', documents: [paper('- Tờ khai'), paper('- Tờ khai')] },
      { case: '* Lưu ý:', documents: [paper('Bản chụp phải rõ nét', 0)] },
      { case: '(1) Đối với nhà ở riêng lẻ:', documents: [paper('Bản vẽ')] },
    ],
    book.noteFor('1.013225'),
  );
  assert.deepEqual(
    cases.map((one) => [one.name, one.common, one.documents.map((document) => document.group)]),
    [
      ['', true, ['submit', 'show', 'note']],
      ['(1) Đối với nhà ở riêng lẻ', false, ['submit']],
    ],
  );
  assert.equal(merged, 1);
  assert.ok(book.lines.some((line) => line.reason === 'document-twice'));
});
