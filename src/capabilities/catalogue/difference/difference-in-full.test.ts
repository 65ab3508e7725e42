import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { aContent } from '../testing/builders.ts';
import { differenceInFull, differenceOf } from './index.ts';

type Row = readonly [id: string, when: string, amount: string];
interface Shape {
  readonly name?: string;
  readonly policy?: string;
  readonly inputs?: string;
  readonly outputs?: string;
  readonly rows?: readonly Row[];
  readonly cells?: (row: Row) => string;
  readonly beside?: string;
}
const id = (text: string): string => (text ? ` id="${text}"` : '');
const input =
  '<input id="i1" label="Cách nộp"><inputExpression><text>channel</text></inputExpression></input>';
const output = '<output id="o1" label="Số tiền" name="amount" typeRef="number" />';
const rows: readonly Row[] = [
  ['r1', '"online"', '100'],
  ['r2', '"post"', '200'],
  ['r3', '"direct"', '300'],
];
const twoCells = ([, when, amount]: Row): string =>
  `<inputEntry><text>${when}</text></inputEntry><outputEntry><text>${amount}</text></outputEntry>`;
const tables = ({ cells = twoCells, ...shape }: Shape = {}): string =>
  `<?xml version="1.0"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:x">
  <decision id="fees" name="${shape.name ?? 'Lệ phí'}"><decisionTable hitPolicy="${shape.policy ?? 'UNIQUE'}">
  ${shape.inputs ?? input}${shape.outputs ?? output}
  ${(shape.rows ?? rows).map((row) => `<rule${id(row[0])}>${cells(row)}</rule>`).join('')}
  </decisionTable></decision>${shape.beside ?? ''}</definitions>`;
const literal = (text: string): string =>
  `<decision id="sum" name="Tổng"><literalExpression><text>${text}</text></literalExpression></decision>`;

const base = aContent();
const between = (before: string | undefined, after: string | undefined) =>
  differenceInFull(
    { ...base, ...(before && { decisions: before }) },
    { ...base, ...(after && { decisions: after }) },
  );
const told = async (before: string, after: string) =>
  (await between(before, after)).map(({ change, what, before: was, after: is }) => [
    change,
    what.vi,
    was,
    is,
  ]);
const changed = (shape: Shape) => told(tables(), tables(shape));
const only = (cells: readonly string[]) => cells;

describe('difference in full', () => {
  it('is that without tables where no file of tables changed', async () => {
    const after = {
      ...base,
      definition: { ...base.definition, name: { vi: 'Tên mới' } },
      decisions: tables(),
    };
    const before = { ...base, decisions: tables() };
    assert.deepEqual(await differenceInFull(before, after), differenceOf(before, after));
    assert.equal((await differenceInFull(before, after)).length, 1);
  });

  it('names the file alone when it cannot be read, or is only written otherwise', async () => {
    const file = [['changed', 'DMN', undefined, undefined]];
    assert.deepEqual(await told(tables(), '<x/>'), file);
    assert.deepEqual(await told(tables(), `${tables()}\n`), file);
    assert.deepEqual(await told(tables(), tables({ beside: `<!--${'x'.repeat(200_000)}-->` })), file);
    const ids = rows.map((row): Row => [`other-${row[0]}`, row[1], row[2]]);
    assert.deepEqual(await changed({ rows: ids }), file);
  });

  it('names tables and expressions that came, went and changed', async () => {
    assert.deepEqual(await between(undefined, tables()), [
      {
        kind: 'rule',
        change: 'added',
        at: 'decisions.dmn.fees',
        what: { vi: 'Bảng “Lệ phí”', en: 'Table “Lệ phí”' },
        after: { vi: '3 dòng', en: '3 rows' },
      },
    ]);
    const [one, two] = [tables({ beside: literal('a + 1') }), tables({ beside: literal('a + 2') })];
    assert.deepEqual(await told(one, tables()), [['removed', 'Quyết định “Tổng”', 'a + 1', undefined]]);
    assert.deepEqual(await told(one, two), [['changed', 'Quyết định “Tổng”: biểu thức', 'a + 1', 'a + 2']]);
    assert.deepEqual(await changed({ name: 'Phí' }), [['changed', 'Bảng “Phí”: tên', 'Lệ phí', 'Phí']]);
  });

  it('names how rows are chosen', async () => {
    const [found] = await between(tables(), tables({ policy: 'FIRST' }));
    assert.equal(found?.what.vi, 'Bảng “Lệ phí”: cách chọn dòng');
    assert.deepEqual(found?.before, { vi: 'U: nhiều nhất một dòng đúng', en: 'U: at most one row holds' });
    assert.deepEqual(found?.after, { vi: 'F: dòng đúng đầu tiên', en: 'F: the first that holds' });
  });

  it('names what changed of a column', async () => {
    const after = {
      inputs: input
        .replace('channel', 'q.channel')
        .replace('</input>', '<inputValues><text>"a"</text></inputValues></input>'),
      outputs: output.replace('number', 'string').replace('Số tiền', 'Mức thu'),
    };
    assert.deepEqual(await changed(after), [
      ['changed', 'Bảng “Lệ phí”, cột điều kiện “Cách nộp”: biểu thức', 'channel', 'q.channel'],
      ['changed', 'Bảng “Lệ phí”, cột điều kiện “Cách nộp”: giá trị được phép', undefined, '"a"'],
      ['changed', 'Bảng “Lệ phí”, cột kết quả “Mức thu”: nhãn', 'Số tiền', 'Mức thu'],
      [
        'changed',
        'Bảng “Lệ phí”, cột kết quả “Mức thu”: kiểu',
        { vi: 'số', en: 'number' },
        { vi: 'chữ', en: 'text' },
      ],
    ]);
  });

  it('tells a column that came or went once, with its cells, and no row for it', async () => {
    const age =
      '<input id="i0" label="Tuổi"><inputExpression typeRef="number"><text>age</text></inputExpression></input>';
    const wide = tables({
      inputs: age + input,
      cells: (row) =>
        `<inputEntry><text>${row[0] === 'r2' ? '&gt;= 18' : '-'}</text></inputEntry>${twoCells(row)}`,
    });
    const said = ['age', { vi: 'số', en: 'number' }, { vi: 'dòng 2: >= 18', en: 'row 2: >= 18' }];
    const what = 'Bảng “Lệ phí”, cột điều kiện “Tuổi”';
    assert.deepEqual(await told(tables(), wide), [['added', what, undefined, said]]);
    assert.deepEqual(await told(wide, tables()), [['removed', what, said, undefined]]);
  });

  it('tells a changed row by its number and the cells that changed', async () => {
    const after = rows.map((row): Row => (row[0] === 'r2' ? ['r2', '"post"', '250'] : row));
    const row = ['changed', 'Bảng “Lệ phí”, dòng 2', only(['Số tiền: 200']), only(['Số tiền: 250'])];
    assert.deepEqual(await changed({ rows: after }), [row]);
    const noted = tables({
      cells: (each) => `<description>Mới</description>${twoCells(each)}`,
      rows: rows.slice(0, 1),
    });
    assert.deepEqual((await told(tables({ rows: rows.slice(0, 1) }), noted))[0]?.[3], [
      { vi: 'ghi chú: Mới', en: 'note: Mới' },
    ]);
  });

  it('tells a row that stands elsewhere as moved', async () => {
    const [one, two, three] = rows as readonly [Row, Row, Row];
    assert.deepEqual(await changed({ rows: [three, one, two] }), [['moved', 'Bảng “Lệ phí”, dòng 1', 3, 1]]);
  });

  it('tells rows put in as additions and nothing else, whatever ids they have', async () => {
    const plain = fc.constant((): string => '');
    const numbered = fc.constant((_: Row, at: number): string => `n${at}`);
    const own = fc.constant((row: Row): string => row[0]);
    const many = [...Array(9).keys()].map((at): Row => [`r${at}`, String(at % 4), String(at % 3)]);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(plain, numbered, own),
        fc.nat(many.length),
        fc.nat(many.length),
        async (idOf, first, second) => {
          const more = many.toSpliced(Math.min(first, second), 0, ['x', '77', '7']);
          const after = more.toSpliced(Math.max(first, second) + 1, 0, ['y', '88', '8']);
          const file = (list: readonly Row[]) =>
            tables({ rows: list.map((row, at): Row => [idOf(row, at), row[1], row[2]]) });
          const found = await between(file(many), file(after));
          assert.deepEqual(
            found.map(({ change, after: is }) => [change, is]),
            [
              ['added', ['Cách nộp: 77', 'Số tiền: 7']],
              ['added', ['Cách nộp: 88', 'Số tiền: 8']],
            ],
          );
          const gone = await between(file(after), file(many));
          assert.deepEqual(
            gone.map(({ change }) => change),
            ['removed', 'removed'],
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('names what it does not take apart', async () => {
    const data = (type: string) =>
      `<inputData id="age" name="Tuổi"><variable name="Tuổi" typeRef="${type}" /></inputData>`;
    assert.deepEqual(await told(tables({ beside: data('number') }), tables({ beside: data('string') })), [
      ['changed', 'Dữ liệu vào “Tuổi”', undefined, undefined],
    ]);
    const large = (amount: string) =>
      tables({
        rows: [...Array(2001)].map((_, at): Row => ['', String(at), amount]),
        cells: ([, when, is]) => `<outputEntry><text>${when}${is}</text></outputEntry>`,
      });
    assert.ok(large('1').length < 200_000);
    assert.deepEqual(await told(large('1'), large('2')), [
      ['changed', 'Bảng “Lệ phí”', undefined, undefined],
    ]);
  });
});
