import { type Offer, type PaperBlock, type PaperTemplate, readTemplate } from '#capabilities/papers';
import { done, type Outcome, refused } from '#kernel/outcome';
import { withItemAt } from '../core/paths.ts';
import { blockFields, entriesOf, headFields } from './paper-fields.ts';

/** `luu`, or what a button beside a block asks: `len.3`, `bo-dong.3.1`, `them.note`. */
export type PaperAct = string;

const lists: ReadonlySet<string> = new Set(['capacity', 'recipients']);

/**
 * The template with the texts that were typed. An empty text that must be there is refused with its path.
 * @param typed the text of a field by its path; undefined where the form did not hold it.
 */
export function withTexts(
  template: PaperTemplate,
  typed: (path: string) => string | undefined,
): Outcome<PaperTemplate, { readonly code: string; readonly field: string }> & {
  readonly typed: PaperTemplate;
} {
  const fields = [...headFields(template), ...template.blocks.flatMap(blockFields)];
  let next: Readonly<Record<string, unknown>> = template;
  let missing: { readonly code: string; readonly field: string } | undefined;
  for (const { path, required, number } of fields) {
    const text = typed(path)?.trim();
    if (text === undefined) continue;
    if (required && text === '') missing ??= { code: 'paper-text-empty', field: path };
    const lines = lists.has(path.split('.').at(-1) ?? '');
    const value = lines
      ? text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
      : text;
    if (number) {
      const width = Number(text.replace(',', '.'));
      if (width > 0) next = withItemAt(next, path, width);
      else missing ??= { code: 'number-shape', field: path };
    } else if (value.length > 0 || required) next = withItemAt(next, path, value);
    else next = withoutAt(next, path);
  }
  const read = readTemplate(next);
  if (missing) return { ...refused(missing), typed: read ?? template };
  if (!read) return { ...refused({ code: 'paper-text-empty', field: 'title' }), typed: template };
  return { ...done(read), typed: read };
}

/** Takes a text away, and leaves the block or entry around it, however empty it is now. */
function withoutAt(item: Readonly<Record<string, unknown>>, path: string): Readonly<Record<string, unknown>> {
  const copy = structuredClone(item) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<unknown>(
    (node, key) => (node as Record<string, unknown> | undefined)?.[key],
    copy,
  ) as Record<string, unknown> | undefined;
  if (holder) delete holder[last];
  return copy;
}

/** One block, one entry of a block, or nothing more than the texts. */
export function actOnPaper(template: PaperTemplate, act: PaperAct, offer: Offer): Outcome<PaperTemplate> {
  const [what = '', first = '', second = ''] = act.split('.');
  if (what === 'luu') return done(template);
  const { blocks } = template;
  if (what === 'them') {
    const block = freshBlock(first, offer);
    return block ? done({ ...template, blocks: [...blocks, block] }) : refused({ code: 'item-gone' });
  }
  const index = Number(first);
  const block = blocks[index];
  if (!block) return refused({ code: 'item-gone' });
  switch (what) {
    case 'bo':
      return blocks.length === 1
        ? refused({ code: 'paper-last-block' })
        : done({ ...template, blocks: blocks.toSpliced(index, 1) });
    case 'len':
    case 'xuong': {
      const to = index + (what === 'len' ? -1 : 1);
      const other = blocks[to];
      if (!other) return refused({ code: 'at-the-end' });
      return done({ ...template, blocks: blocks.with(index, other).with(to, block) });
    }
    case 'them-dong':
    case 'bo-dong': {
      const changed = what === 'bo-dong' ? withoutEntry(block, Number(second)) : withEntry(block);
      return changed
        ? done({ ...template, blocks: blocks.with(index, changed) })
        : refused({ code: 'paper-last-block' });
    }
    default:
      return refused({ code: 'item-gone' });
  }
}

function withEntry(block: PaperBlock): PaperBlock | undefined {
  switch (block.kind) {
    case 'fields':
      return { ...block, items: [...block.items, { label: 'Nhãn', value: '{{procedure_name}}' }] };
    case 'table':
      return { ...block, columns: [...block.columns, { title: 'Cột', value: '{{#}}', width: 10 }] };
    case 'signatures':
      return block.cells.length < 3
        ? { ...block, cells: [...block.cells, { capacity: ['CHỨC DANH'], hint: '(Ký, ghi rõ họ tên)' }] }
        : undefined;
    default:
      return undefined;
  }
}

function withoutEntry(block: PaperBlock, at: number): PaperBlock | undefined {
  const key = entriesOf(block);
  if (!key) return undefined;
  const entries = (block as unknown as Readonly<Record<string, readonly unknown[]>>)[key] ?? [];
  if (entries.length <= 1 || !(at in entries)) return undefined;
  return { ...block, [key]: entries.toSpliced(at, 1) };
}

/** Kinds of block that can be added; a list or table needs something to list. */
export const kindsToAdd = (offer: Offer): readonly PaperBlock['kind'][] => [
  'heading',
  'paragraph',
  'fields',
  ...(nameOf(offer, 'rows') === undefined ? [] : (['table'] as const)),
  ...(nameOf(offer, 'lines') === undefined ? [] : (['list'] as const)),
  'note',
  'signatures',
];

const nameOf = (offer: Offer, type: 'rows' | 'lines'): string | undefined =>
  Object.entries(offer).find(([, declared]) => declared.type === type)?.[0];

function freshBlock(kind: string, offer: Offer): PaperBlock | undefined {
  switch (kind) {
    case 'heading':
      return { kind, text: 'TÊN VĂN BẢN' };
    case 'paragraph':
    case 'note':
      return { kind, text: 'Nội dung' };
    case 'fields':
      return {
        kind,
        items: [
          { label: 'Nhãn', value: Object.hasOwn(offer, 'procedure_name') ? '{{procedure_name}}' : '…' },
        ],
      };
    case 'signatures':
      return { kind, cells: [{ capacity: ['CHỨC DANH'], hint: '(Ký, ghi rõ họ tên)' }] };
    case 'list': {
      const lines = nameOf(offer, 'lines');
      return lines === undefined ? undefined : { kind, lines };
    }
    case 'table': {
      const rows = nameOf(offer, 'rows');
      const declared = rows === undefined ? undefined : offer[rows];
      if (rows === undefined || declared?.type !== 'rows') return undefined;
      return {
        kind,
        rows,
        columns: Object.entries(declared.columns).map(([name, { label }]) => ({
          title: label,
          value: `{{${name}}}`,
          width: 20,
        })),
      };
    }
    default:
      return undefined;
  }
}
