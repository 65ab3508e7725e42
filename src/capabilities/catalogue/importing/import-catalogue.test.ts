import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { importCatalogue, type ProcedureRow, reportAsMarkdown } from './index.ts';

const row = (code: string, more: ProcedureRow = {}): ProcedureRow => ({
  code,
  name: `Thủ tục ${code}`,
  ...more,
});
const only = (cells: ProcedureRow, detail?: object) => {
  const { procedures, report } = importCatalogue(
    [cells],
    detail === undefined ? [] : [JSON.stringify(detail)],
  );
  const [procedure] = procedures;
  assert.ok(procedure);
  return { procedure, reasons: report.lines.map((line) => line.reason as string) };
};

test('a row without name is kept under a plain one, marked', () => {
  const { procedure, reasons } = only(row('2.000206', { name: '', field: 'An toàn đập' }));
  assert.equal(procedure.name, 'Thủ tục mã 2.000206 (An toàn đập)');
  assert.equal(procedure.nameOrigin, 'made');
  assert.ok(reasons.includes('name-missing'));
});

test('a code whose crawled record was another procedure stays, but is not public', () => {
  const how =
    'found: code and ministry only (the record crawled for it belonged to another procedure and was removed)';
  const { procedure, reasons } = only(row('3.000226', { name: '', ministry: 'Bộ Công an', provenance: how }));
  assert.equal(procedure.isPublic, false);
  assert.ok(reasons.includes('wrong-record'));
});

test('a page that prints another code is filed under that code, unless the list has it already', () => {
  const printedCodes = { '3.000224': '1.014023' };
  const moved = importCatalogue([row('3.000224')], [], { printedCodes });
  assert.deepEqual(
    moved.procedures.map((one) => one.code),
    ['1.014023'],
  );
  const both = importCatalogue([row('3.000224'), row('1.014023')], [], { printedCodes });
  assert.deepEqual(
    both.procedures.map((one) => one.code),
    ['1.014023'],
  );
  assert.equal(both.report.counts.rowsSetAside, 1);
});

test('codes 5 and 6 are internal: imported, not public', () => {
  const { procedure, reasons } = only(row('6.003630'));
  assert.deepEqual([procedure.internal, procedure.isPublic], [true, false]);
  assert.ok(reasons.includes('internal-code'));
});

test('twice the same code: the fuller row is taken, the other is in the report', () => {
  const { procedures, report } = importCatalogue(
    [row('1.000001'), row('1.000001', { field: 'Hộ tịch' })],
    [],
  );
  assert.deepEqual(
    procedures.map((one) => one.field),
    ['Hộ tịch'],
  );
  assert.ok(report.lines.some((line) => line.reason === 'duplicate-row' && line.action === 'set-aside'));
});

test('several decisions, glued law numbers, cut subjects, NFD and page furniture are put right', () => {
  const { procedure, reasons } = only(
    row('1.000001', {
      name: 'Đăng ký khai sinh'.normalize('NFD').replace(' ', '\u00a0 '),
      decision: '12/QĐ-BTP; 163/QĐ-BTP',
      legal_refs: '2068/2020/QH14;68/2020/QH14',
      subjects: 'Công dân Việt Nam;Cán bộ;công chức;viên chức',
      results: '+ Giấy khai sinh.',
      result_codes: 'KQ.G15.000031',
    }),
    { code: '1.000001', conditions: 'Không có thông tinTừ khóaKhông có thông tin' },
  );
  assert.equal(procedure.name, 'Đăng ký khai sinh');
  assert.deepEqual([procedure.decision, procedure.otherDecisions], ['163/QĐ-BTP', ['12/QĐ-BTP']]);
  assert.deepEqual(procedure.legalRefs, ['68/2020/QH14']);
  assert.deepEqual(procedure.subjects, ['Công dân Việt Nam', 'Cán bộ, công chức, viên chức']);
  assert.deepEqual(procedure.results, [{ name: 'Giấy khai sinh', code: 'KQ.G15.000031' }]);
  assert.equal(procedure.conditions, '');
  for (const reason of ['text-cleaned', 'decision-several', 'law-number', 'subjects-split', 'no-information'])
    assert.ok(reasons.includes(reason), reason);
});

test('unreadable details and details without a row are set aside aloud', () => {
  const { report } = importCatalogue([row('1.000001')], ['{"code":', '{"code":"9.999999"}', '']);
  assert.equal(report.counts.detailsSetAside, 2);
  assert.deepEqual(
    report.lines.filter((line) => line.field === 'detail').map((line) => line.reason),
    ['detail-unreadable', 'detail-without-row'],
  );
});

test('nothing is dropped silently: in = out + set aside, each with a line', () => {
  const code = fc.constantFrom('1.000001', '1.000002', '2.000003', 'x', '', '1.00000');
  const documents = fc.array(
    fc.record({
      name: fc.constantFrom('Tờ khai', '- Tờ khai', 'Lưu ý: mang bản chính', '', 'theo Mẫu số'),
      originals: fc.constantFrom(0, 1, 181),
    }),
  );
  const detail = fc.record({
    code,
    cases: fc.array(fc.record({ case: fc.constantFrom('', '* Lưu ý:', 'Nhà ở'), documents })),
  });
  fc.assert(
    fc.property(fc.array(code), fc.array(detail), (codes, details) => {
      const { procedures, report } = importCatalogue(
        codes.map((one) => row(one)),
        details.map((one) => JSON.stringify(one)),
      );
      const { counts } = report;
      assert.equal(counts.rows, codes.length);
      assert.equal(counts.imported + counts.rowsSetAside, counts.rows);
      assert.equal(new Set(procedures.map((one) => one.code)).size, counts.imported);
      assert.equal(counts.detailsUsed + counts.detailsSetAside, counts.detailLines);
      assert.equal(counts.documentsKept + counts.documentsMerged, counts.documents);
      if (counts.rowsSetAside > 0) assert.ok(report.lines.some((line) => line.action === 'set-aside'));
    }),
  );
});

test('the report reads as Markdown, with cells that cannot break its tables', () => {
  const { report } = importCatalogue([row('1.000001', { decision: 'a|b; c' })], []);
  const text = reportAsMarkdown(report);
  assert.match(text, /\| procedures \| 1 \| 1 \| 0 \|/);
  assert.match(text, /a\\\|b; c/);
});
