import { setImmediate } from 'node:timers/promises';
import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import type { Reader } from '#platform/db';
import type { Difference } from '../difference/difference.ts';
import { differenceOf } from '../difference/difference-of.ts';
import type { DraftContent } from '../drafts/content.ts';
import { designerOf } from '../drafts/draft.ts';
import { contentOfRow } from '../versions/content-of-row.ts';
import { applyChange } from './apply-change.ts';
import type { MassChange, MassSelection } from './change.ts';
import { type ChosenProcedure, chooseProcedures, fieldsOfLive } from './queries.ts';

/** More than this is done in several changes: somebody has to read what each does. */
export const mostInOneChange = 200;

/** What the change would do to one procedure. */
export interface MassPreviewItem {
  readonly code: string;
  readonly name: string;
  readonly version: number;
  readonly differences: readonly Difference[];
  /** Somebody is drafting it: no second draft is made. */
  readonly openDraft: string | null;
}
export interface MassPreview {
  /** Procedures that the change concerns. */
  readonly items: readonly MassPreviewItem[];
  /** Chosen, and not concerned. */
  readonly untouched: number;
  /** There are more than `mostInOneChange`. */
  readonly more: boolean;
}

export const chooseFor = (
  reader: Reader,
  selection: MassSelection,
  today: string,
): Promise<readonly ChosenProcedure[]> =>
  reader.rows(chooseProcedures, {
    codes: selection.codes ?? null,
    field: selection.field ?? null,
    level: selection.level ?? null,
    online: selection.online ?? null,
    internal: selection.internal ?? null,
    today,
    most: mostInOneChange + 1,
  });

export interface Concerned {
  readonly row: ChosenProcedure;
  readonly content: DraftContent;
  readonly differences: readonly Difference[];
}

function changed(row: ChosenProcedure, change: MassChange): Concerned | undefined {
  const before = contentOfRow(row);
  if (!before) return undefined;
  const content = applyChange(before, change);
  if (content === before) return undefined;
  const differences = differenceOf(before, content);
  return differences.length > 0 ? { row, content, differences } : undefined;
}

/** Those that the change concerns. One takes up to some 10 ms, so others are served in between. */
export async function concernedBy(
  rows: readonly ChosenProcedure[],
  change: MassChange,
): Promise<readonly Concerned[]> {
  const found: Concerned[] = [];
  for (const row of rows) {
    const one = changed(row, change);
    if (one) found.push(one);
    await setImmediate();
  }
  return found;
}

/** What would differ in which procedure; nothing is written. */
export async function previewMassChange(
  ctx: Ctx,
  selection: MassSelection,
  change: MassChange,
): Promise<MassPreview> {
  if (!designerOf(ctx)) return { items: [], untouched: 0, more: false };
  const today = localDate(ctx.clock.now());
  const rows = await ctx.db.read(scopeOf(ctx.actor), (reader) => chooseFor(reader, selection, today));
  const looked = rows.slice(0, mostInOneChange);
  const items = (await concernedBy(looked, change)).map(
    ({ row: { code, name, version, open_draft: openDraft }, differences }): MassPreviewItem => ({
      code,
      name,
      version,
      differences,
      openDraft,
    }),
  );
  return { items, untouched: looked.length - items.length, more: rows.length > mostInOneChange };
}

/** Fields in which procedures have forms of their own, with their number, for the choice. */
export const fieldsToChange = (ctx: Ctx) =>
  designerOf(ctx)
    ? ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(fieldsOfLive, {}))
    : Promise.resolve([]);
