import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { aFileOf, numberOf, roleWords } from '../testing/officials.ts';
import { officialsFileLimits, officialsHeader } from './columns.ts';
import { readOfficials } from './read-file.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readOfficials(bytesOf(text), roleWords);
const rowsOf = (text: string) => {
  const outcome = read(text);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
};
const codeOf = (text: string) => {
  const outcome = read(text);
  return outcome.ok ? 'ok' : outcome.refusal.code;
};
const line = (cells: Partial<Record<string, string>>): string =>
  [
    cells['name'] ?? 'Nguyễn Văn An',
    cells['number'] ?? numberOf(1),
    cells['email'] ?? 'an@angiang.example.vn',
    cells['account'] ?? 'an.nv',
    cells['unit'] ?? 'H01.101',
    cells['title'] ?? '',
    cells['roles'] ?? 'clerk',
    cells['from'] ?? '',
    cells['until'] ?? '',
  ].join(';');
const faultOf = (cells: Partial<Record<string, string>>) =>
  rowsOf(`${officialsHeader}\n${line(cells)}\n`)[0]?.faults.map(({ code, column }) => `${code} ${column}`);

describe('a file of officials', () => {
  it('is read with commas or semicolons, a mark or none, names of columns in either language and any order', () => {
    const files = [
      `\ufeff${officialsHeader}\r\n${line({})}\r\n`,
      `Roles,Name,Personal number,E-mail,Unit code,Account\n"clerk, Vai specialist","Nguyễn Văn An",${numberOf(1)},an@angiang.example.vn,H01.101,an.nv\n`,
      `HO VA TEN;số định danh cá nhân;Thư điện tử;Mã đơn vị;Vai trò\nNguyễn  Văn An;${numberOf(1)};an@angiang.example.vn;H01.101;Vai clerk|specialist\n`.normalize(
        'NFD',
      ),
    ];
    for (const file of files) {
      const [row] = rowsOf(file);
      assert.deepEqual(row?.faults, []);
      assert.equal(row.row, 2);
      assert.equal(row.said.name, 'Nguyễn Văn An');
      assert.equal(row.said.number, numberOf(1));
      assert.equal(row.said.roles[0], 'clerk');
    }
  });

  it('counts rows as a spreadsheet program does, empty ones and cells of several lines too', () => {
    const rows = rowsOf(`${officialsHeader}\n\n${line({ title: '"Phó\nphòng"' })}\n${line({})}\n`);
    assert.deepEqual(
      rows.map(({ row }) => row),
      [3, 4],
    );
    assert.equal(rows[0]?.said.title, 'Phó phòng');
  });

  it('tells each cell that cannot be taken', () => {
    assert.deepEqual(faultOf({ name: '' }), ['name-empty name']);
    assert.deepEqual(faultOf({ name: 'An <b>' }), ['name-shape name']);
    assert.deepEqual(faultOf({ name: '=HYPERLINK("x")'.replaceAll('"', '') }), ['cell-formula name']);
    assert.deepEqual(faultOf({ title: '+1' }), ['cell-formula title']);
    assert.deepEqual(faultOf({ unit: '@SUM(A1)' }), ['cell-formula unit']);
    assert.deepEqual(faultOf({ roles: '-clerk' }), ['cell-formula roles']);
    assert.deepEqual(faultOf({ number: '89000000001' }), ['number-shape number']);
    assert.deepEqual(faultOf({ number: '8.9E+10' }), ['number-shape number']);
    assert.deepEqual(faultOf({ email: 'an@' }), ['email-shape email']);
    assert.deepEqual(faultOf({ account: 'a b' }), ['account-shape account']);
    assert.deepEqual(faultOf({ roles: 'clerk|king' }), ['role-unknown roles']);
    assert.deepEqual(faultOf({ roles: 'population-lookup' }), ['role-personal roles']);
    assert.deepEqual(faultOf({ roles: ' | ' }), ['roles-empty roles']);
    assert.deepEqual(faultOf({ from: '31/02/2026' }), ['date-shape from']);
    assert.deepEqual(faultOf({ from: '2/1/2026', until: '1/1/2026' }), ['until-before-from until']);
    assert.deepEqual(faultOf({ title: 'a'.repeat(201) }), ['cell-long title']);
    assert.deepEqual(faultOf({ name: '', email: 'x', roles: '' }), [
      'name-empty name',
      'email-shape email',
      'roles-empty roles',
    ]);
    assert.deepEqual(rowsOf(`${officialsHeader}\nAn;1\n`)[0]?.faults[0]?.code, 'row-cells');
    assert.deepEqual(rowsOf(`${officialsHeader}\n${line({})};x\n`)[0]?.faults[0]?.code, 'row-cells');
    assert.deepEqual(rowsOf(`${officialsHeader}\n${line({})};;\n`)[0]?.faults, []);
  });

  it('that is none is refused whole', () => {
    assert.equal(codeOf(''), 'officials-missing');
    assert.equal(codeOf('PK\u0003\u0004'), 'officials-header');
    assert.equal(codeOf('a\u0000b'), 'officials-text');
    assert.equal(codeOf('Name;Roles\n'), 'officials-header');
    assert.equal(codeOf(`${officialsHeader};Name\n`), 'officials-header');
    assert.equal(codeOf(`${officialsHeader};Lương\n`), 'officials-header');
    assert.equal(codeOf(officialsHeader), 'officials-empty');
    assert.equal(codeOf(`${officialsHeader}\n"An\n`), 'officials-csv');
    assert.equal(
      codeOf(`${officialsHeader}\n${`${line({})}\n`.repeat(officialsFileLimits.rows + 1)}`),
      'officials-rows',
    );
    const large = readOfficials(new Uint8Array(officialsFileLimits.bytes + 1), roleWords);
    assert.equal(large.ok ? '' : large.refusal.code, 'officials-large');
    const utf16 = readOfficials(Buffer.from(`\ufeff${officialsHeader}`, 'utf16le'), roleWords);
    assert.equal(utf16.ok ? '' : utf16.refusal.code, 'officials-text');
  });

  it('that is made to cost much is bounded', () => {
    const many = officialsFileLimits.bytes - 200;
    for (const [text, code] of [
      [`${officialsHeader}\n${';'.repeat(many)}`, 'officials-empty'],
      [';'.repeat(many), 'officials-empty'],
      [`${officialsHeader}\n${'\n'.repeat(many)}`, 'officials-empty'],
      ['a'.repeat(many), 'officials-header'],
      [`${officialsHeader}\n${'a;\n'.repeat(many / 4)}`, 'officials-rows'],
    ] as const)
      assert.equal(codeOf(text), code);
    for (const row of ['"'.repeat(many), 'a'.repeat(many), '"a";'.repeat(many / 4)])
      assert.deepEqual(
        rowsOf(`${officialsHeader}\n${row}`)[0]?.faults.map(({ code }) => code),
        ['row-cells'],
      );
  });

  it('of any content is read or refused, never thrown at', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', ';', '\n', '=1', numberOf(1)));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 8 }), (rows) => {
        const outcome = read([officialsHeader, ...rows.map((cells) => cells.join(';'))].join('\n'));
        if (outcome.ok)
          for (const { said, faults } of outcome.value) assert.ok(faults.length > 0 || said.number !== '');
      }),
    );
    assert.equal(
      rowsOf(new TextDecoder().decode(aFileOf([{ n: 7, unit: 'H01', roles: 'clerk' }]))).length,
      1,
    );
  });
});
