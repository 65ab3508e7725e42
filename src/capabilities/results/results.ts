import { randomUUID } from 'node:crypto';
import { uuidv7 } from '#kernel/ids';
import { localDate, type PlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json, type Reader, type Transactor } from '#platform/db';
import { insertFile, insertResult, results, shelf, shelve } from './queries/index.ts';
import type { SignedFile } from './signatures.ts';

export interface OfDossier {
  readonly homeUnit: string;
  readonly id: string;
}

export interface IssuedResult {
  readonly dossier: OfDossier;
  readonly number: string;
  /** Code of the kind of result in the national list; empty where the procedure names none. */
  readonly kind: string;
  readonly title: string;
  readonly outcome: 'granted' | 'refused';
  readonly issuer: { readonly id: string; readonly name: string };
  readonly signerName: string;
  /** What the paper says: it is drawn from this whenever it is asked for, always to the same bytes. */
  readonly content: Readonly<Record<string, string>>;
  /** For the check page, where the name is shown masked. */
  readonly ownerName?: string;
  readonly validUntil?: PlainDate;
  /** The file that was signed, and what the code on its paper leads to. */
  readonly file?: SignedFile;
}

/** The word by which a result is found from its paper: 122 bits of chance. */
export const newResultToken = (): string => randomUUID().replaceAll('-', '');

/** Records an issued result in the transaction of the act "issued", as the one who issues. @returns its identifier. */
export async function recordResult(
  transactor: Transactor,
  ctx: Pick<Ctx, 'clock'>,
  issued: IssuedResult,
): Promise<string> {
  const at = ctx.clock.now();
  const { id } = await transactor.get(insertResult, {
    home_unit: issued.dossier.homeUnit,
    dossier: issued.dossier.id,
    id: uuidv7(at),
    number: issued.number,
    kind: issued.kind,
    title: issued.title,
    outcome: issued.outcome,
    issuer: issued.issuer.id,
    issuer_name: issued.issuer.name,
    signer_name: issued.signerName,
    at,
    content: json(issued.content),
    owner_name: issued.ownerName ?? '',
    valid_until: issued.validUntil ?? null,
    token: issued.file?.token ?? newResultToken(),
  });
  if (issued.file) {
    const { sha256, octets, signatures } = issued.file;
    await transactor.get(insertFile, {
      home_unit: issued.dossier.homeUnit,
      dossier: issued.dossier.id,
      id,
      sha256,
      octets,
      signatures: json(signatures),
      at,
    });
  }
  return id;
}

/** Results of a dossier that the reader's scope can see. */
export const resultsOf = (ctx: Ctx, dossier: OfDossier) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => readResults(reader, ctx, dossier));
export type RegisteredResult = Awaited<ReturnType<typeof resultsOf>>[number];

export const readResults = (reader: Reader, { clock }: Pick<Ctx, 'clock'>, { homeUnit, id }: OfDossier) =>
  reader.rows(results, { home_unit: homeUnit, dossier: id, today: localDate(clock.now()) });

/** Puts what was granted onto a person's shelf; again it changes nothing. Only the worker may. */
export async function placeOnShelf(
  transactor: Transactor,
  ctx: Pick<Ctx, 'clock'>,
  placing: { readonly person: string; readonly dossier: OfDossier & { readonly code: string } },
): Promise<number> {
  const { person, dossier } = placing;
  const placed = await transactor.rows(shelve, {
    person,
    home_unit: dossier.homeUnit,
    dossier: dossier.id,
    code: dossier.code,
    now: ctx.clock.now(),
  });
  return placed.length;
}

/** "My papers" of the signed-in person, newest first. */
export function shelfOf(ctx: Ctx) {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return Promise.resolve([]);
  return ctx.db.read(scopeOf(actor), (reader) =>
    reader.rows(shelf, { person: actor.person, today: localDate(ctx.clock.now()) }),
  );
}
export type ShelvedPaper = Awaited<ReturnType<typeof shelfOf>>[number];
