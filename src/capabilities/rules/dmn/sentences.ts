import type { Refusal } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';
import type { TableFinding } from './lint-table.ts';

type Details = NonNullable<Refusal['details']>;
type Sentence = LocalText | ((details: Details) => LocalText);
const say = (vi: string, en: string): LocalText => ({ vi, en });

/** `Dòng 2, cột 1: ` where a cell is meant. */
function where({ row, column, at }: Details): readonly [vi: string, en: string] {
  const places: readonly (readonly [string, string])[] = [
    ...(row === undefined || row === 0 ? [] : [[`dòng ${row}`, `row ${row}`] as const]),
    ...(column === undefined ? [] : [[`cột ${column}`, `column ${column}`] as const]),
    ...(at === undefined ? [] : [[`chữ thứ ${Number(at) + 1}`, `letter ${Number(at) + 1}`] as const]),
  ];
  return [places.map(([vi]) => vi).join(', '), places.map(([, en]) => en).join(', ')];
}
const atPlace =
  (vi: string, en: string): Sentence =>
  (details) => {
    const [there, place] = where(details);
    return there === '' ? say(`${vi}.`, `${en}.`) : say(`${vi} (${there}).`, `${en} (${place}).`);
  };

const sentences: Readonly<Record<string, Sentence>> = {
  // Files
  'xml-too-big': say(
    'Tệp quá lớn hoặc lồng quá sâu; hãy tách bảng.',
    'The file is too big or too deep; split it.',
  ),
  'xml-doctype': say(
    'Tệp có DOCTYPE hoặc ENTITY; hãy bỏ phần đó.',
    'The file has a DOCTYPE or ENTITY; remove it.',
  ),
  'xml-syntax': say(
    'Tệp không phải XML đọc được; hãy xuất lại tệp.',
    'This is no readable XML; export it again.',
  ),
  'dmn-not-definitions': say(
    'Tệp không phải DMN; hãy chọn tệp .dmn.',
    'This is no DMN file; choose a .dmn file.',
  ),
  'dmn-not-executed': ({ element = '' }) =>
    say(
      `Chưa chạy được phần «${element}»; hãy thay bằng bảng.`,
      `“${element}” is not executed; use a table instead.`,
    ),
  'dmn-language': ({ language = '' }) =>
    say(`Chỉ nhận biểu thức FEEL, đang ghi ${language}.`, `Expressions are FEEL only, not ${language}.`),
  'dmn-circle': say(
    'Các bảng dựa vào nhau thành vòng; hãy cắt vòng.',
    'Tables lean on each other in a circle; cut it.',
  ),
  'dmn-reference': ({ id = '' }) =>
    say(`Bảng dựa vào «${id}», nhưng trong tệp không có.`, `It leans on “${id}”, which the file lacks.`),
  'dmn-hit-policy': ({ policy = '' }) =>
    say(`Không có cách chọn dòng «${policy}».`, `There is no hit policy “${policy}”.`),
  'dmn-priority-without-values': say(
    'Cách chọn theo ưu tiên cần danh sách giá trị ở cột kết quả.',
    'Priority needs the list of values of an output column.',
  ),
  'dmn-aggregate-of-many': say(
    'Cộng, đếm, nhỏ nhất, lớn nhất chỉ dùng với một cột kết quả.',
    'Sum, count, min and max take one output column.',
  ),
  'dmn-unknown-function': ({ name = '' }) =>
    say(`Không có hàm «${name}».`, `There is no function “${name}”.`),
  'dmn-too-costly': say(
    'Bảng này tính quá lâu; hãy bớt dòng hoặc viết ô đơn giản hơn.',
    'This table takes too long; use fewer rows or simpler cells.',
  ),
  // Cells
  'feel-syntax': atPlace('Ô này chưa đọc được', 'This cell cannot be read'),
  'feel-too-big': atPlace('Biểu thức quá dài; hãy tách ra', 'The expression is too long; split it'),
  'feel-too-deep': atPlace('Ngoặc lồng nhau quá sâu', 'Brackets are nested too deeply'),
  'feel-too-costly': atPlace(
    'Biểu thức tính quá lâu; hãy viết gọn hơn',
    'The expression costs too much; make it simpler',
  ),
  'feel-range': atPlace('Khoảng số phải ghi rõ hai đầu', 'A range must have both ends written out'),
  'feel-call': atPlace('Không có hàm này, hoặc không được gọi', 'No such function, or it may not be called'),
  'feel-function': atPlace('Không dùng hàm như một giá trị', 'A function cannot be a value'),
  'feel-partial': atPlace('Không dùng được partial', 'partial cannot be used'),
  'feel-pattern': atPlace('Mẫu chữ phải ghi rõ trong ngoặc kép', 'A pattern must be written out in quotes'),
  'feel-number': atPlace('Hãy ghi số đầy đủ, không dùng số mũ', 'Write the number out, without an exponent'),
  'feel-clock': atPlace('Hãy dùng tên today thay cho hàm ngày giờ', 'Use the name today instead of a clock'),
  // Deciding
  'dmn-overlap': ({ rows = '' }) =>
    say(`Các dòng ${rows} cùng đúng, mà bảng chỉ cho một.`, `Rows ${rows} hold at once where one may.`),
  'dmn-any-differs': ({ rows = '' }) =>
    say(`Các dòng ${rows} cùng đúng nhưng cho kết quả khác nhau.`, `Rows ${rows} hold and differ.`),
  'dmn-input-not-allowed': ({ column = '' }) =>
    say(
      `Giá trị ở cột «${column}» ngoài danh sách cho phép.`,
      `The value of “${column}” is not one of those allowed.`,
    ),
  'dmn-no-decision': ({ name = '' }) => say(`Không có bảng «${name}».`, `There is no decision “${name}”.`),
  'dmn-value-too-large': say('Kết quả quá lớn.', 'The value grew too large.'),
  // The thread
  'too-slow': say(
    'Tính quá lâu nên đã dừng; hãy viết gọn hơn.',
    'It took too long and was ended; make it simpler.',
  ),
  'too-large': say('Cần quá nhiều bộ nhớ nên đã dừng.', 'It needed too much memory and was ended.'),
  'too-busy': say(
    'Đang có nhiều người thử; hãy đợi một chút rồi thử lại.',
    'Many are trying things out; try again soon.',
  ),
  closed: say('Hệ thống đang khởi động lại; hãy thử lại.', 'The system is restarting; try again.'),
  // Edits
  'table-id': say(
    'Mã bảng gồm chữ không dấu và số, bắt đầu bằng chữ.',
    'The id has letters and digits, a letter first.',
  ),
  'table-exists': ({ id = '' }) => say(`Đã có bảng «${id}».`, `There is a table “${id}” already.`),
  'table-gone': say('Bảng này không còn; hãy tải lại trang.', 'This table is gone; load the page again.'),
  'column-gone': say('Cột này không còn; hãy tải lại trang.', 'This column is gone; load the page again.'),
};
const general = say('Bảng quyết định còn lỗi; hãy xem lại.', 'The decision table is faulty; look again.');

/** What keeps a file from being decided, or a decision from being made, and how to mend it. */
export function dmnProblemText({ code, details }: Refusal): LocalText {
  const found = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  return typeof found === 'function' ? found(details ?? {}) : (found ?? general);
}
/** For the test that every code has a sentence. */
export const hasDmnSentence = (code: string): boolean => Object.hasOwn(sentences, code);

/** What lint found in a table. */
export function tableFindingText(finding: TableFinding): LocalText {
  switch (finding.code) {
    case 'table-gap': {
      const values = finding.values.join('; ');
      return say(`Không dòng nào nói tới: ${values}.`, `No row speaks of: ${values}.`);
    }
    case 'table-overlap': {
      const [a, b] = finding.rows;
      const values = finding.values.join('; ');
      return say(
        `Dòng ${a} và dòng ${b} cùng đúng với: ${values}. Bảng chỉ cho một dòng.`,
        `Rows ${a} and ${b} both hold for: ${values}. The table allows one.`,
      );
    }
    case 'table-row-unreachable':
      return say(`Dòng ${finding.row} không bao giờ được dùng.`, `Row ${finding.row} is never used.`);
    case 'table-not-checked':
      return say(
        `Cột ${finding.column} có ô phải tính, nên không tự soát được chỗ hở và chỗ chồng.`,
        `Column ${finding.column} has cells that are reckoned: gaps and overlaps cannot be checked.`,
      );
  }
}
