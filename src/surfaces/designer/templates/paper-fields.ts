import type { PaperBlock, PaperTemplate } from '#capabilities/papers';
import type { LocalText } from '#kernel/text';

/** One text of a template that can be typed; the path leads to it: `blocks.3.items.0.label`. */
export interface PaperField {
  readonly path: string;
  readonly label: Required<LocalText>;
  readonly value: string;
  readonly required: boolean;
  /** More than one line. */
  readonly long?: boolean;
  readonly number?: boolean;
}

const say = (vi: string, en: string): Required<LocalText> => ({ vi, en });

export const blockNames: Readonly<Record<PaperBlock['kind'], Required<LocalText>>> = {
  letterhead: say('Phần đầu văn bản', 'Letterhead'),
  heading: say('Tên văn bản', 'Heading'),
  paragraph: say('Đoạn văn', 'Paragraph'),
  fields: say('Các dòng “nhãn: nội dung”', 'Lines of label and value'),
  table: say('Bảng', 'Table'),
  list: say('Danh sách', 'List'),
  note: say('Ghi chú', 'Note'),
  signatures: say('Chữ ký', 'Signatures'),
  codes: say('Mã QR và mã vạch', 'QR and bar code'),
};

/** Fields of the paper as a whole. */
export const headFields = ({ title, mark, watermark }: PaperTemplate): readonly PaperField[] => [
  { path: 'title', label: say('Tên mẫu', 'Title'), value: title, required: true },
  {
    path: 'mark',
    label: say('Dòng ghi ở góc trên', 'Line in the upper corner'),
    value: mark ?? '',
    required: false,
  },
  { path: 'watermark', label: say('Chữ chìm', 'Watermark'), value: watermark ?? '', required: false },
];

const words = {
  superior: say('Cơ quan cấp trên', 'Body above'),
  agency: say('Cơ quan ban hành', 'Issuing body'),
  number: say('Số', 'Number'),
  subject: say('Trích yếu', 'Subject'),
  place_date: say('Nơi và ngày', 'Place and date'),
  text: say('Nội dung', 'Text'),
  sub: say('Dòng dưới tên', 'Line beneath'),
  when: say('Chỉ in khi có', 'Only where there is'),
  label: say('Nhãn', 'Label'),
  value: say('Nội dung', 'Value'),
  title: say('Tên cột', 'Column'),
  group: say('Nhóm cột', 'Group of columns'),
  width: say('Độ rộng', 'Width'),
  empty: say('Khi bảng trống', 'When there are no rows'),
  hint: say('Chỉ dẫn ký', 'How to sign'),
  name: say('Tên người ký', 'Name of the signer'),
  capacity: say('Chức danh, mỗi dòng một ý', 'Capacity, line by line'),
  recipients: say('Nơi nhận, mỗi dòng một nơi', 'Recipients, one a line'),
  qr: say('Nội dung mã QR', 'Content of the QR code'),
  caption: say('Lời cạnh mã', 'Words beside the code'),
  barcode: say('Nội dung mã vạch', 'Content of the bar code'),
  rows: say('Bảng lấy từ', 'Rows of'),
  lines: say('Danh sách lấy từ', 'Lines of'),
} as const;
type Word = keyof typeof words;

/** Every text of a block, in the order in which it stands on the paper. */
export function blockFields(block: PaperBlock, index: number): readonly PaperField[] {
  const at = `blocks.${index}`;
  const one = (
    path: string,
    word: Word,
    value: string | number | readonly string[] | undefined,
    more: Partial<PaperField> = {},
  ): PaperField => ({
    path: `${at}.${path}`,
    label: words[word],
    value: Array.isArray(value) ? value.join('\n') : String(value ?? ''),
    required: false,
    ...more,
  });
  const must = { required: true };
  const when = one('when', 'when', block.when);
  switch (block.kind) {
    case 'letterhead':
      return [
        one('superior', 'superior', block.superior),
        one('agency', 'agency', block.agency, must),
        one('number', 'number', block.number),
        one('subject', 'subject', block.subject),
        one('place_date', 'place_date', block.place_date, must),
      ];
    case 'heading':
      return [one('text', 'text', block.text, must), one('sub', 'sub', block.sub)];
    case 'paragraph':
    case 'note':
      return [one('text', 'text', block.text, { required: true, long: true }), when];
    case 'fields':
      return block.items.flatMap((item, n) => [
        one(`items.${n}.label`, 'label', item.label, must),
        one(`items.${n}.value`, 'value', item.value, must),
      ]);
    case 'table':
      return [
        one('rows', 'rows', block.rows, must),
        ...block.columns.flatMap((column, n) => [
          one(`columns.${n}.title`, 'title', column.title),
          one(`columns.${n}.value`, 'value', column.value, must),
          one(`columns.${n}.width`, 'width', column.width, { required: true, number: true }),
        ]),
        one('empty', 'empty', block.empty),
      ];
    case 'list':
      return [one('lines', 'lines', block.lines, must), when];
    case 'signatures':
      return [
        one('recipients', 'recipients', block.recipients, { long: true }),
        ...block.cells.flatMap((cell, n) => [
          one(`cells.${n}.capacity`, 'capacity', cell.capacity, { long: true }),
          one(`cells.${n}.hint`, 'hint', cell.hint),
          one(`cells.${n}.name`, 'name', cell.name),
        ]),
      ];
    case 'codes':
      return [
        one('qr', 'qr', block.qr),
        one('caption', 'caption', block.caption, { long: true }),
        one('barcode', 'barcode', block.barcode),
      ];
  }
}

/** Which list of a block has entries that can be added and taken out. */
export const entriesOf = (block: PaperBlock): 'items' | 'columns' | 'cells' | undefined =>
  block.kind === 'fields'
    ? 'items'
    : block.kind === 'table'
      ? 'columns'
      : block.kind === 'signatures'
        ? 'cells'
        : undefined;
