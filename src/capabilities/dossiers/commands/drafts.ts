import type { Answers, PostedFields } from '#capabilities/forms';
import { allows, type CitizenActor } from '#kernel/actor';
import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import { json, sharedAlone } from '#platform/db';
import { dossierPermissions } from '../permissions.ts';
import * as sql from '../queries/drafts.ts';
import { iso } from '../rules/rows.ts';

/** A draft is kept 90 days after its last change. */
export const draftKeptFor = 90 * 86_400_000;

function owner(ctx: Ctx): CitizenActor | undefined {
  return ctx.actor.kind === 'citizen' && allows(ctx.actor, dossierPermissions['dossiers.file'])
    ? ctx.actor
    : undefined;
}
const times = (ctx: Ctx) => ({
  now: iso(ctx.clock.now()) ?? '',
  expires: iso(ctx.clock.now() + draftKeptFor) ?? '',
});
const notYours = refused({ code: 'not-yours' });

/** Begins a draft on the version that is published now; it stays on that version. */
export async function startDraft(
  ctx: Ctx,
  asked: {
    readonly code: string;
    readonly version: number;
    readonly facts: sql.DraftFacts;
    readonly answers: Answers;
  },
): Promise<Outcome<string>> {
  const person = owner(ctx)?.person;
  if (!person) return notYours;
  const id = uuidv7(ctx.clock.now());
  await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
    transactor.get(sql.insertDraft, {
      person,
      id,
      code: asked.code,
      version: asked.version,
      channel: 'online',
      facts: json(asked.facts),
      answers: json(asked.answers),
      ...times(ctx),
    }),
  );
  return done(id);
}

export interface DraftChange {
  /** Answers of these questions are replaced: by `answers`, or by nothing. */
  readonly clear?: readonly string[];
  readonly answers?: Answers;
  /** What was typed on a page and could not be read, by page id; null forgets it. */
  readonly typed?: Readonly<Record<string, PostedFields | null>>;
  readonly facts?: sql.DraftFacts;
  readonly receiver?: string;
  readonly delivery?: sql.DeliveryWish;
  /** Nothing is kept once this page was sent by its button: what a browser saved by itself has come late. */
  readonly unlessSent?: string;
}

/** Saves a part of a draft; two devices on different pages do not overwrite each other. */
export async function saveDraft(ctx: Ctx, id: string, change: DraftChange): Promise<Outcome<number>> {
  const person = owner(ctx)?.person;
  if (!person) return notYours;
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const saved = await transactor.find(sql.saveDraft, {
      person,
      id,
      clear: change.clear ?? [],
      set: json(change.answers ?? {}),
      typed: json(change.typed ?? {}),
      facts: json(change.facts ?? {}),
      receiver: change.receiver ?? null,
      delivery: json(change.delivery ?? {}),
      unless_sent: change.unlessSent ?? null,
      ...times(ctx),
    });
    if (saved) return done(saved.revision);
    if (change.unlessSent !== undefined) {
      const stands = await sharedAlone(transactor).find(sql.findDraft, { person, id });
      if (stands?.dossier_id === null) return done(stands.revision);
    }
    const kept = await transactor.find(sql.keepAltered, { person, id, body: json(change.answers ?? {}) });
    return refused({ code: kept ? 'draft-submitted' : 'draft-unknown' });
  });
}

export async function deleteDraft(ctx: Ctx, id: string): Promise<Outcome<null>> {
  const person = owner(ctx)?.person;
  if (!person) return notYours;
  const gone = await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
    transactor.find(sql.deleteDraft, { person, id }),
  );
  return gone ? done(null) : refused({ code: 'draft-unknown' });
}

export interface StoredFile {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  readonly kind: string;
}
const mostFiles = 60;

export async function addDraftFile(
  ctx: Ctx,
  id: string,
  demand: string,
  file: StoredFile,
): Promise<Outcome<string>> {
  const person = owner(ctx)?.person;
  if (!person) return notYours;
  const fileId = uuidv7(ctx.clock.now());
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const draft = await sharedAlone(transactor).find(sql.findDraft, { person, id });
    if (!draft) return refused({ code: 'draft-unknown' });
    if (draft.files.length >= mostFiles)
      return refused({ code: 'too-many-files', details: { most: mostFiles } });
    const { now } = times(ctx);
    const saved = await transactor.find(sql.insertDraftFile, {
      person,
      id,
      file_id: fileId,
      demand,
      ...file,
      now,
    });
    return saved ? done(fileId) : refused({ code: 'draft-submitted' });
  });
}

export async function removeDraftFile(ctx: Ctx, id: string, fileId: string): Promise<Outcome<null>> {
  const person = owner(ctx)?.person;
  if (!person) return notYours;
  const { now } = times(ctx);
  const saved = await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
    transactor.find(sql.deleteDraftFile, { person, id, file_id: fileId, now }),
  );
  return saved ? done(null) : refused({ code: 'draft-submitted' });
}

/** The function enters the owner's scope itself. */
export const findDraft = (ctx: Ctx, id: string): Promise<sql.Draft | undefined> => {
  const person = owner(ctx)?.person;
  return person ? ctx.db.together.find(sql.findDraft, { person, id }) : Promise.resolve(undefined);
};

export const listDrafts = async (ctx: Ctx) => {
  const person = owner(ctx)?.person;
  return person ? ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(sql.listDrafts, { person })) : [];
};
