import { decisionIds } from '#capabilities/forms';
import { hitPolicies, policyNames, type TableText } from '#capabilities/rules';
import { button, card, details, entryTable, select, textInput } from '#design';
import { inLocale } from '#kernel/text';
import { type Hole, type Html, html } from '#platform/html';
import { draftForm } from '../core/draft-form.ts';
import { cellName } from './edits.ts';
import { cellKey } from './look.ts';
import type { DecisionsView } from './props.ts';
import { columnTypes, decisionNames, typeNames, usualPolicy } from './words.ts';

const policies = ({ locale }: DecisionsView['ctx'], label: string, value: string): Html =>
  select({
    name: '_cach',
    label,
    value,
    emptyText: null,
    options: hitPolicies.map((policy) => ({ value: policy, text: inLocale(policyNames[policy], locale) })),
    locale,
  });

/** A form that changes the file: which act, on which table. */
const form = (view: DecisionsView, table: TableText | undefined, act: string, content: Hole): Html =>
  draftForm(
    view.ctx,
    {
      draft: view.draft,
      action: view.action,
      hidden: { _lam: act, _bang: table?.id },
      unsaved: act === 'luu',
    },
    content,
  );

/** Name and hit policy of the chosen table, and its end. */
export function settingsView(view: DecisionsView, table: TableText): Html {
  const { ctx, say, editable } = view;
  return details({
    summary: say('Tên và cách chọn dòng', 'Name and hit policy'),
    content: form(view, table, 'bang', [
      textInput({ name: '_ten', label: say('Tên bảng', 'Name'), value: table.decision, locale: ctx.locale }),
      policies(ctx, say('Khi nhiều dòng cùng đúng', 'Where several rows hold'), table.hitPolicy ?? 'U'),
      editable && button({ text: say('Lưu tên và cách chọn', 'Save name and policy') }),
      editable &&
        button({
          text: say('Bỏ bảng này', 'Remove this table'),
          kind: 'warning',
          name: '_lam',
          value: 'bo-bang',
        }),
    ]),
  });
}

/** Rows and cells, each with its error above it; every button saves what was typed first. */
export function rowsView(view: DecisionsView, table: TableText): Html {
  const { ctx, say, editable, file, trial } = view;
  const { locale } = ctx;
  const columns = [...table.inputs, ...table.outputs];
  const values = (row: TableText['rows'][number]) => [...row.inputs, ...row.outputs];
  const act = (value: string, text: string): Html => button({ text, name: '_lam', value });
  return form(view, table, 'luu', [
    // Enter in a cell presses the first button of a form.
    editable &&
      html`<button class="mc-hidden" type="submit" tabindex="-1" name="_lam" value="luu">${say('Lưu bảng', 'Save the table')}</button>`,
    entryTable({
      name: '_o',
      label: `${table.decision} (${table.hitPolicy ?? '?'})`,
      hint: say(
        'Cột điều kiện: - là gì cũng được; "a", "b"; >= 18; [1..3]; not("a"). Cột kết quả: chữ trong ngoặc kép, số, hoặc phép tính FEEL.',
        'Conditions: - is anything; "a", "b"; >= 18; [1..3]; not("a"). Results: quoted text, a number, or FEEL.',
      ),
      rowHeading: say('Dòng', 'Row'),
      columns: [
        ...columns.map((column, at) => ({
          text: at < table.inputs.length ? column.label : `→ ${column.label}`,
        })),
        { text: say('Ghi chú (Việt | Anh)', 'Note (Vietnamese | English)') },
      ],
      rows: table.rows.map((row, at) => ({
        label: trial.rows.includes(at + 1) ? `${at + 1} ✓` : String(at + 1),
        cells: [
          ...values(row).map((value, column) => {
            const fault = file.cells.get(cellKey(table.id, at + 1, column + 1));
            return {
              name: cellName(at, column),
              value,
              ...(fault ? { error: inLocale(fault, locale) } : {}),
            };
          }),
          { name: cellName(at, 'note'), value: row.note },
        ],
      })),
      locale,
    }),
    editable &&
      html`<div class="mc-row">${button({ text: say('Lưu bảng', 'Save the table'), kind: 'primary', key: 'L' })}${act(
        'them-dong',
        say('Thêm dòng', 'Add a row'),
      )}</div>`,
    editable &&
      table.rows.length > 0 &&
      html`<div class="mc-row">${select({
        name: '_dong',
        label: say('Với dòng', 'With row'),
        emptyText: null,
        options: table.rows.map((_, at) => ({ value: String(at), text: String(at + 1) })),
        width: 'm',
        locale,
      })}${act('len', say('Chuyển lên', 'Move up'))}${act('xuong', say('Chuyển xuống', 'Move down'))}${act(
        'chep-dong',
        say('Chép dòng', 'Copy the row'),
      )}${act('bo-dong', say('Bỏ dòng', 'Remove the row'))}</div>`,
  ]);
}

/** Columns one by one, and a new one. */
export function columnsView(view: DecisionsView, table: TableText): Html {
  const { say } = view;
  const each = (side: 'input' | 'output') =>
    table[side === 'input' ? 'inputs' : 'outputs'].map((column, at) =>
      details({
        summary: `${side === 'input' ? say('Điều kiện', 'Condition') : say('Kết quả', 'Result')} ${at + 1}: ${column.label || column.text}`,
        content: columnForm(view, table, side, { at, column }),
      }),
    );
  const fresh = (side: 'input' | 'output', summary: string) =>
    details({ summary, content: columnForm(view, table, side, undefined) });
  return card({
    title: say('Các cột', 'Columns'),
    content: [
      ...each('input'),
      ...each('output'),
      view.editable && fresh('input', say('Thêm cột điều kiện', 'Add a condition')),
      view.editable && fresh('output', say('Thêm cột kết quả', 'Add a result')),
    ],
  });
}

function columnForm(
  view: DecisionsView,
  table: TableText,
  side: 'input' | 'output',
  known: { readonly at: number; readonly column: TableText['inputs'][number] } | undefined,
): Html {
  const { ctx, say, draft, editable } = view;
  const { locale } = ctx;
  const { at = 0, column } = known ?? {};
  const act = (value: string, text: string) => button({ text, name: '_lam', value });
  return draftForm(
    ctx,
    {
      draft,
      action: view.action,
      hidden: { _lam: known ? 'luu-cot' : 'them-cot', _bang: table.id, _phia: side, _thu: String(at) },
    },
    [
      textInput({
        name: '_bieu-thuc',
        label: side === 'input' ? say('Biểu thức', 'Expression') : say('Tên kết quả', 'Name of the result'),
        hint:
          side === 'input'
            ? say('Mã câu hỏi, hoặc channel, case, today…', 'Id of a question, or channel, case, today…')
            : view.outputHint(table.id),
        value: column?.text,
        list: side === 'input' ? 'ma-cau-hoi' : undefined,
        code: true,
        spellcheck: false,
        locale,
      }),
      textInput({
        name: '_nhan',
        label: say('Tên cột cho người đọc', 'Heading for readers'),
        value: column && column.label !== column.text ? column.label : '',
        required: false,
        locale,
      }),
      select({
        name: '_kieu',
        label: say('Kiểu giá trị', 'Type'),
        value: column?.type,
        required: false,
        emptyText: say('Không định trước', 'Any'),
        options: columnTypes.map((value) => ({ value, text: inLocale(typeNames[value], locale) })),
        locale,
      }),
      textInput({
        name: '_gia-tri',
        label: say('Giá trị cho phép (FEEL)', 'Allowed values (FEEL)'),
        hint: say('Ví dụ: "online", "direct", "post"', 'Such as: "online", "direct", "post"'),
        value: column?.values,
        required: false,
        code: true,
        locale,
      }),
      side === 'output' &&
        textInput({
          name: '_mac-dinh',
          label: say('Giá trị khi không dòng nào đúng', 'Value where no row holds'),
          value: column?.otherwise,
          required: false,
          code: true,
          locale,
        }),
      editable &&
        button({ text: known ? say('Lưu cột', 'Save the column') : say('Thêm cột', 'Add the column') }),
      editable && known && at > 0 && act('cot-truoc', say('Chuyển sang trái', 'Move left')),
      editable && known && act('cot-sau', say('Chuyển sang phải', 'Move right')),
      editable && known && act('bo-cot', say('Bỏ cột', 'Remove the column')),
    ],
  );
}

/** A table that is not there yet: for what it decides, or under a name of its own. */
export function newTableView(view: DecisionsView): Html {
  const { ctx, say, file } = view;
  const { locale } = ctx;
  const free = decisionIds.filter((id) => !file.look.tables.some((table) => table.id === id));
  return details({
    summary: say('Thêm bảng', 'Add a table'),
    open: file.look.tables.length === 0,
    content: form(view, undefined, 'them-bang', [
      select({
        name: '_ma',
        label: say('Bảng quyết định việc gì?', 'What does it decide?'),
        hint: say(
          'Bỏ trống nếu là bảng phụ của bảng khác.',
          'Leave empty for a table that another leans on.',
        ),
        required: false,
        emptyText: say('Bảng phụ', 'A helping table'),
        value: free[0],
        options: free.map((id) => ({ value: id, text: inLocale(decisionNames[id], locale) })),
        locale,
      }),
      textInput({
        name: '_ma-khac',
        label: say('Mã của bảng phụ', 'Id of a helping table'),
        required: false,
        code: true,
        locale,
      }),
      textInput({ name: '_ten', label: say('Tên bảng', 'Name'), required: false, locale }),
      policies(
        ctx,
        say('Khi nhiều dòng cùng đúng', 'Where several rows hold'),
        free[0] ? usualPolicy[free[0]] : 'U',
      ),
      button({ text: say('Thêm bảng', 'Add the table') }),
    ]),
  });
}
