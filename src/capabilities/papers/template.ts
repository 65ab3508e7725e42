import { z } from 'zod';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { type Placeholder, placeholderName, placeholdersIn } from './fill.ts';

/**
 * A paper as data: what it needs (placeholders) and what stands on it (blocks, from top to bottom).
 * Templates live under `samples/papers/<id>/v<version>.json`; a province may replace each without touching code.
 */
const scalar = z.enum(['text', 'number', 'money', 'date', 'moment']);
const label = z.string().min(1);
const declaration = z.union([
  z.strictObject({
    type: scalar,
    label,
    optional: z.boolean().optional(),
    /** Set when the paper is issued, by the agency's signature: its line stays free until then. */
    later: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('lines'), label, optional: z.boolean().optional() }),
  z.strictObject({
    type: z.literal('rows'),
    label,
    optional: z.boolean().optional(),
    columns: z.record(z.string(), z.strictObject({ type: scalar, label, optional: z.boolean().optional() })),
  }),
]);

/** `when` leaves the block out if that optional placeholder is empty, `unless` if it is not. */
const when = { when: z.string().optional() };
const shown = { ...when, unless: z.string().optional() };
const text = z.string().min(1);
const cell = z.strictObject({
  capacity: z.array(text).optional(),
  hint: text.optional(),
  name: text.optional(),
});

const block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('letterhead'),
    superior: text.optional(),
    agency: text,
    number: text.optional(),
    subject: text.optional(),
    place_date: text,
    ...shown,
  }),
  z.strictObject({ kind: z.literal('heading'), text, sub: text.optional(), ...shown }),
  z.strictObject({
    kind: z.literal('paragraph'),
    text,
    align: z.enum(['left', 'center', 'right', 'justify']).optional(),
    indent: z.boolean().optional(),
    ...shown,
  }),
  z.strictObject({
    kind: z.literal('fields'),
    items: z.array(
      z.strictObject({
        label,
        value: text,
        strong: z.boolean().optional(),
        half: z.boolean().optional(),
        ...when,
      }),
    ),
    ...shown,
  }),
  z.strictObject({
    kind: z.literal('table'),
    rows: z.string(),
    size: z.number().min(7).max(13).optional(),
    empty: text.optional(),
    columns: z
      .array(
        z.strictObject({
          title: z.string(),
          value: text,
          width: z.number().positive(),
          align: z.enum(['left', 'center', 'right']).optional(),
          group: text.optional(),
        }),
      )
      .min(1),
    ...shown,
  }),
  z.strictObject({
    kind: z.literal('list'),
    lines: z.string(),
    mark: z.enum(['-', '1.']).optional(),
    ...shown,
  }),
  z.strictObject({ kind: z.literal('note'), text, ...shown }),
  z.strictObject({
    kind: z.literal('signatures'),
    recipients: z.array(text).optional(),
    cells: z.array(cell).min(1).max(3),
    /** Millimetres beneath the capacity; 40 hold a seal in its own size and the time beneath it. */
    room: z.number().min(20).max(60).optional(),
    ...shown,
  }),
  z.strictObject({
    kind: z.literal('codes'),
    qr: text.optional(),
    caption: text.optional(),
    barcode: text.optional(),
    ...shown,
  }),
]);

const shape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.int().positive(),
  title: text,
  /** Printed small at the upper right, as the circulars do. */
  mark: text.optional(),
  source: text,
  /** Papers are in Vietnamese (NĐ 30/2020); one in English is a courtesy beside it. */
  language: z.enum(['vi', 'en']).optional(),
  landscape: z.boolean().optional(),
  /** Size of running text in points; NĐ 30/2020 asks for 13 to 14 on acts, forms may be denser. */
  size: z.number().min(9).max(14).optional(),
  watermark: text.optional(),
  placeholders: z.record(z.string().regex(placeholderName), declaration),
  blocks: z.array(block).min(1),
});

export type PaperTemplate = z.infer<typeof shape>;
export type Declaration = z.infer<typeof declaration>;
export type Block = z.infer<typeof block>;
export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

export interface TemplateRefusal extends Refusal {
  readonly code: 'bad-template';
  readonly problems: readonly string[];
}

const bareKeys = new Set(['kind', 'rows', 'lines', 'when', 'unless', 'columns']);

/** Every text of a block that may hold placeholders, each with the table it stands in. */
export function* textsOf(block: Block): Generator<{ text: string; rows?: string }> {
  for (const [key, value] of Object.entries(block)) {
    if (bareKeys.has(key)) continue;
    for (const text of stringsIn(value)) yield { text };
  }
  if (block.kind === 'table') {
    for (const column of block.columns) yield { text: column.value, rows: block.rows };
  }
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* stringsIn(part);
}

/** Names of lists, tables and conditions, which stand without braces. */
export function bareNames(block: Block): { name: string; type?: 'rows' | 'lines' }[] {
  const names: { name: string; type?: 'rows' | 'lines' }[] = [];
  if (block.kind === 'table') names.push({ name: block.rows, type: 'rows' });
  if (block.kind === 'list') names.push({ name: block.lines, type: 'lines' });
  for (const name of [block.when, block.unless]) if (name !== undefined) names.push({ name });
  if (block.kind === 'fields') for (const item of block.items) if (item.when) names.push({ name: item.when });
  return names;
}

/** Forms that may follow the bar in a placeholder. */
export const filters: readonly string[] = ['upper', 'long', 'short'];

function problemsOf(template: PaperTemplate): string[] {
  const problems: string[] = [];
  const used = new Set<string>();
  const check = (found: Placeholder, where: string, rows?: string) => {
    const table = rows === undefined ? undefined : template.placeholders[rows];
    if (rows !== undefined && found.name === '#') return;
    if (table?.type === 'rows' && Object.hasOwn(table.columns, found.name)) return;
    used.add(found.name);
    const declared = template.placeholders[found.name];
    if (!declared) problems.push(`${where}: {{${found.name}}} is not declared`);
    else if (declared.type === 'rows' || declared.type === 'lines')
      problems.push(`${where}: {{${found.name}}} is a list, use a table or list block`);
    if (found.filter !== undefined && !filters.includes(found.filter))
      problems.push(`${where}: unknown form "|${found.filter}"`);
  };
  template.blocks.forEach((block, index) => {
    const where = `block ${index + 1} (${block.kind})`;
    for (const { text, rows } of textsOf(block))
      for (const found of placeholdersIn(text)) check(found, where, rows);
    for (const { name, type } of bareNames(block)) {
      used.add(name);
      const declared = template.placeholders[name];
      if (!declared) problems.push(`${where}: "${name}" is not declared`);
      else if (type && declared.type !== type) problems.push(`${where}: "${name}" must be of type ${type}`);
      else if (!type && declared.optional !== true)
        problems.push(`${where}: "when" or "unless" names "${name}", always there`);
    }
  });
  for (const text of [template.title, template.mark ?? '', template.watermark ?? ''])
    if (placeholdersIn(text).length > 0) problems.push('title, mark and watermark take no placeholders');
  for (const name of Object.keys(template.placeholders))
    if (!used.has(name)) problems.push(`"${name}" is declared but never used`);
  return problems;
}

/** The largest common paper takes 6,300 letters; to measure and draw many times that would hold up everybody else. */
const mostLetters = 60_000;

/** The shape alone, of a template that may come from anywhere; undefined for what is none, or is no paper by its size. */
export function readTemplate(candidate: unknown): PaperTemplate | undefined {
  const parsed = shape.safeParse(candidate);
  return parsed.success && JSON.stringify(parsed.data).length <= mostLetters ? parsed.data : undefined;
}

/** Judges a template before it may be used: shape, and each placeholder declared, of the right type, and used. */
export function checkTemplate(candidate: unknown): Outcome<PaperTemplate, TemplateRefusal> {
  const parsed = shape.safeParse(candidate);
  const problems = parsed.success
    ? problemsOf(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (parsed.success && problems.length === 0) return done(parsed.data);
  return refused({ code: 'bad-template', problems, details: { problems: problems.join('; ') } });
}
