import { record } from '#capabilities/audit';
import type { CompetenceLevel } from '#capabilities/forms';
import type { OfficerActor } from '#kernel/actor';
import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import { json, type Reader, type Transactor } from '#platform/db';
import { draftFromNational } from '../drafting/index.ts';
import type { DesignServices } from '../ports.ts';
import { procedureCodePattern } from '../procedure.ts';
import { contentOfRow } from '../versions/content-of-row.ts';
import { newestVersion } from '../versions/queries.ts';
import type { DraftContent } from './content.ts';
import { designerOf, notYours } from './draft.ts';
import { emptyContent } from './empty.ts';
import type { DraftOrigin, DraftTodo } from './queries.ts';
import * as sql from './queries.ts';

export interface NewDraft {
  readonly code: string;
  /** The newest version, a first draft from the record of the national list, or nothing. */
  readonly from: 'current' | 'national' | 'empty';
  /** Who decides until the draft says so; the commune when silent. */
  readonly level?: CompetenceLevel;
}

/** Begins a draft; of one procedure there is one open draft at a time (`draft-exists` names it). */
export async function startProcedureDraft(
  ctx: Ctx,
  services: Pick<DesignServices, 'draftFromNational'>,
  { code, from, ...more }: NewDraft,
): Promise<Outcome<string>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  if (!procedureCodePattern.test(code)) return refused({ code: 'code-shape', field: 'code' });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const first = await firstContent(transactor, services, { code, from, ...more });
    if (!first.ok) return first;
    const begun = await beginDraft(transactor, ctx, officer, { code, ...first.value });
    if (!begun.ok) return begun;
    await record(transactor, ctx, {
      action: 'catalogue.start-draft',
      subject: `procedure:${code}`,
      details: { draft: begun.value, from },
    });
    return begun;
  });
}

interface FirstContent {
  readonly content: DraftContent;
  readonly basedOn: number | null;
  readonly todo?: readonly DraftTodo[];
  readonly origin?: DraftOrigin;
}

/** Writes the draft, unless one of this procedure is open already. */
export async function beginDraft(
  transactor: Transactor,
  ctx: Ctx,
  officer: OfficerActor,
  { code, content, basedOn, todo = [], origin }: FirstContent & { readonly code: string },
): Promise<Outcome<string>> {
  const id = uuidv7(ctx.clock.now());
  const inserted = await transactor.find(sql.insertDraft, {
    id,
    code,
    based_on: basedOn,
    content: json(content),
    author: officer.officer,
    at: new Date(ctx.clock.now()).toISOString(),
  });
  if (!inserted) {
    const { id: draft } = await transactor.get(sql.openDraftOf, { code });
    return refused({ code: 'draft-exists', details: { draft } });
  }
  if (todo.length > 0 || origin !== undefined)
    await transactor.get(sql.keepBeginnings, {
      id,
      todo: json(todo),
      origin: origin === undefined ? null : json(origin),
    });
  return done(id);
}

async function firstContent(
  reader: Reader,
  services: Pick<DesignServices, 'draftFromNational'>,
  { code, from, level }: NewDraft,
): Promise<Outcome<FirstContent>> {
  const newest = await reader.find(newestVersion, { code });
  const basedOn = newest?.version ?? null;
  if (from === 'empty') return done({ content: emptyContent(code, level), basedOn });
  if (!newest) return refused({ code: 'procedure-unknown' });
  if (from === 'national') {
    const todo = draftFromNational(newest.national).left.map((finding) => ({
      at: finding.at,
      text: String(finding.details['text'] ?? ''),
      done: false,
    }));
    return done({ content: await services.draftFromNational(newest.national), basedOn, todo });
  }
  const content = contentOfRow(newest);
  return content ? done({ content, basedOn }) : refused({ code: 'no-own-form' });
}
