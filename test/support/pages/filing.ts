import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  addDraftFile,
  type DossierRef,
  findDraft,
  receiveAtCounter,
  type StoredFile,
  saveDraft,
  startDraft,
  submitDossier,
  weighDraft,
  weighFiling,
} from '#capabilities/dossiers';
import { type Answers, requiredDocuments } from '#capabilities/forms';
import { localDate } from '#kernel/time';
import type { Ctx } from '#platform/context';
import type { Doors } from '#surfaces/shared';
import { fillForm } from './answers.ts';
import { type CitizenName, citizensOfHouse, type UnitName, unitsOfHouse, type Visitor } from './cast.ts';

/** A dossier in the house: enough to act on it and to open its page. */
export interface Filed extends DossierRef {
  readonly code: string;
}

interface Wish {
  /** `1.001193`, birth registration, unless told. */
  readonly code?: string;
  /** Version it was begun under, the one in force unless told. */
  readonly version?: number;
  readonly receiver?: UnitName;
  /** Commune that decides: `30337` is commune A, `30292` commune B. */
  readonly commune?: string;
  readonly seed?: number;
  /** Put over the answers that the seed gives. */
  readonly answers?: Answers;
  readonly delivery?: 'counter' | 'post' | 'electronic';
}
export interface OnlineWish extends Wish {
  readonly by?: CitizenName | 'guest';
}
export interface WalkInWish extends Wish {
  /** Content that was scanned for each paper; without it they name content that is nowhere. */
  readonly scan?: StoredFile;
  readonly by?: Visitor;
  readonly applicant?: string;
}

const paper = (demand: string) => ({
  sha256: createHash('sha256').update(demand).digest('hex'),
  name: `${demand}.pdf`,
  size: 120_000,
  kind: 'pdf',
});

async function prepared(ctx: Ctx, doors: Doors, wish: Wish, channel: 'online' | 'direct') {
  const { code = '1.001193', seed = 1, commune = '30337' } = wish;
  const inForce = await doors.catalogue.current(code);
  assert.ok(inForce, `procedure ${code} is in the house`);
  const current = { ...inForce, version: wish.version ?? inForce.version };
  const definition = await doors.services.procedure(code, current.version);
  const facts = { channel, representing: 'self', today: localDate(ctx.clock.now()) };
  const answers = {
    ...fillForm(definition, { lists: doors.services.lists, facts, seed, commune }),
    ...wish.answers,
  };
  return { current, definition, answers, facts };
}

/** A draft with its papers, sent. */
export async function fileOnline(ctx: Ctx, doors: Doors, wish: OnlineWish): Promise<Filed> {
  const { by = 'citizen1', receiver = 'centreA', delivery = 'counter' } = wish;
  const { current, definition, answers } = await prepared(ctx, doors, wish, 'online');
  const started = await startDraft(ctx, { code: current.code, version: current.version, facts: {}, answers });
  assert.ok(started.ok);
  const id = started.value;
  await saveDraft(ctx, id, { receiver: unitsOfHouse[receiver], delivery: { way: delivery } });
  const draft = await findDraft(ctx, id);
  assert.ok(draft);
  for (const demand of weighFiling(definition, draft, doors.services.lists, ctx.clock.now()).missing)
    assert.ok((await addDraftFile(ctx, id, demand.id, paper(demand.id))).ok);
  const ready = await findDraft(ctx, id);
  assert.ok(ready);
  const { hash } = weighDraft(definition, ready, doors.services.lists, ctx.clock.now());
  const person = by === 'guest' ? undefined : citizensOfHouse[by];
  const sent = await submitDossier(ctx, doors.services, id, hash, {
    name: person?.name ?? 'Nguyễn Văn Khách',
    ...(person && {
      personalNumber: person.personalNumber,
      phone: person.phone ?? '',
      email: person.email ?? '',
    }),
  });
  assert.ok(sent.ok, sent.ok ? '' : `filing ${current.code}: ${JSON.stringify(sent.refusal)}`);
  return { homeUnit: sent.value.homeUnit, id: sent.value.id, code: sent.value.code };
}

export async function fileAtCounter(ctx: Ctx, doors: Doors, wish: WalkInWish): Promise<Filed> {
  const { receiver = 'centreA', delivery = 'counter', applicant = 'Võ Hoàng Nam' } = wish;
  const { current, definition, answers, facts } = await prepared(ctx, doors, wish, 'direct');
  const received = await receiveAtCounter(ctx, doors.services, {
    unit: unitsOfHouse[receiver],
    procedureCode: current.code,
    procedureVersion: current.version,
    procedureName: current.name,
    channel: 'direct',
    person: null,
    applicant: { name: applicant },
    answers,
    papers: requiredDocuments(definition, answers, facts)
      .filter((demand) => demand.group === 'submit')
      .map((demand) => ({
        demand: demand.id,
        source: 'scan' as const,
        originals: 1,
        copies: 0,
        file: wish.scan ?? paper(demand.id),
      })),
    delivery,
    purpose: '',
  });
  assert.ok(received.ok, received.ok ? '' : `counter ${current.code}: ${JSON.stringify(received.refusal)}`);
  return received.value;
}
