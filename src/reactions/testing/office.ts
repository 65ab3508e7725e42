import assert from 'node:assert/strict';
import path from 'node:path';
import { aCitizen, anOfficer, answersFor, at, centreA, committeeA, someServices } from '#builders/dossiers';
import { sampleDefinition } from '#builders/forms';
import {
  actOnDossier,
  addDraftFile,
  type DossierRef,
  findDraft,
  type Intent,
  saveDraft,
  startDraft,
  submitDossier,
  weighDraft,
} from '#capabilities/dossiers';
import { loadMessageTemplates } from '#capabilities/messages';
import { type Actor, type CitizenActor, systemActor } from '#kernel/actor';
import { type Instant, SetClock } from '#kernel/time';
import { drainOutbox } from '#platform/jobs';
import { createLog } from '#platform/log';
import { Numbers } from '#platform/numbers';
import { aCtx, type TestDatabase } from '#test/database';
import { reactionsOf } from '../index.ts';

const code = '1.004873';
const definition = sampleDefinition(code);

/** An office with people, a clock that is set by hand, and a worker that runs when it is told. */
export class AnOffice {
  readonly db: TestDatabase;
  readonly clock = new SetClock(at(8));
  readonly services;
  /** Messages that the procedure brings along. */
  templates: Readonly<Record<string, unknown>> = {};
  readonly counter = anOfficer(1, centreA, 'one-stop-officer', 'result-desk', 'fee-desk');
  readonly specialist = anOfficer(2, committeeA, 'specialist');
  readonly head = anOfficer(3, committeeA, 'head-of-office');
  readonly leader = anOfficer(4, committeeA, 'unit-leader');
  readonly clerk = anOfficer(5, committeeA, 'clerk');
  readonly #lastNumbers: Numbers;

  constructor(db: TestDatabase) {
    this.db = db;
    this.#lastNumbers = new Numbers(db.web);
    this.services = someServices((unit, day, series) => this.#lastNumbers.take(unit, day, series));
  }

  ctx(actor: Actor) {
    return aCtx(this.db.web, actor, this.clock);
  }
  get system() {
    return aCtx(this.db.worker, systemActor('test'), this.clock);
  }

  /** A citizen files online. */
  async files(
    person: number | CitizenActor,
    way: 'counter' | 'post' | 'electronic' = 'counter',
    email?: string,
  ) {
    const citizen = typeof person === 'number' ? aCitizen(person) : person;
    const ctx = this.ctx(citizen);
    const started = await startDraft(ctx, { code, version: 1, facts: {}, answers: answersFor(definition) });
    assert.ok(started.ok);
    const draftId = started.value;
    assert.ok((await saveDraft(ctx, draftId, { receiver: centreA, delivery: { way } })).ok);
    for (const demand of definition.documents.filter((each) => each.group === 'submit')) {
      const file = { sha256: 'a'.repeat(64), name: 'giay.pdf', size: 1000, kind: 'pdf' };
      assert.ok((await addDraftFile(ctx, draftId, demand.id, file)).ok);
    }
    const draft = await findDraft(ctx, draftId);
    assert.ok(draft);
    const { hash } = weighDraft(definition, draft, this.services.lists, this.clock.now());
    const sent = await submitDossier(ctx, this.services, draftId, hash, {
      name: 'Nguyễn Thị Đào',
      personalNumber: '089190000001',
      ...(email ? { email } : {}),
    });
    assert.ok(sent.ok, sent.ok ? '' : sent.refusal.code);
    return { citizen, ctx, ref: { homeUnit: sent.value.homeUnit, id: sent.value.id }, code: sent.value.code };
  }

  async does(actor: Actor, ref: DossierRef, intent: Intent, input: unknown = {}, when?: Instant) {
    if (when !== undefined) this.clock.set(when);
    const ctx = this.ctx(actor);
    const outcome = await actOnDossier(ctx, this.services, ref, intent, input);
    assert.ok(outcome.ok, outcome.ok ? '' : `${intent}: ${outcome.refusal.code}`);
    return outcome.value;
  }

  /** From acceptance to the shown draft. */
  async drafts(ref: DossierRef) {
    await this.does(this.counter, ref, 'accept');
    await this.does(this.specialist, ref, 'take-over');
    const content = { hoTen: 'Nguyễn Thị Đào' };
    await this.does(this.specialist, ref, 'draft-result', {
      outcome: 'granted',
      title: 'Giấy xác nhận',
      content,
    });
  }
  /** From the confirmed draft to the issued result. */
  async issues(ref: DossierRef, number = '12/GXN-UBND') {
    await this.does(this.specialist, ref, 'finish-step');
    for (;;) {
      const [row] = await this.db.sql<{ step: string }>('select step from dossiers.dossier where id = $1', [
        ref.id,
      ]);
      const step = definition.workflow.steps.find((one) => one.id === row?.step);
      if (step?.does !== 'check') break;
      await this.does(this.head, ref, 'finish-step');
    }
    await this.does(this.leader, ref, 'approve-result');
    await this.does(this.clerk, ref, 'issue', { number });
  }
  async pays(ref: DossierRef) {
    const [row] = await this.db.sql<{ fees: { id: string }[] }>(
      `select state -> 'fees' as fees from dossiers.dossier where id = $1`,
      [ref.id],
    );
    const fees = row?.fees.map((fee) => fee.id) ?? [];
    if (fees.length > 0) await this.does(this.counter, ref, 'take-fee', { fees, receipt: 'BL-1' });
    return fees.length;
  }

  /** The worker takes everything that waits. @returns how many events. */
  reacts(): Promise<number> {
    return drainOutbox({
      db: this.db.worker,
      clock: this.clock,
      log: createLog('test', 'silent'),
      ctxFor: (name) => aCtx(this.db.worker, systemActor(name), this.clock),
      reactions: reactionsOf({
        services: this.services,
        messages: loadMessageTemplates(path.resolve(import.meta.dirname, '../../../samples/messages')),
        templatesOf: async () => this.templates,
        publicUrl: 'https://mot-cua.example',
      }),
    });
  }

  async stageOf(ref: DossierRef): Promise<string> {
    const [row] = await this.db.sql<{ stage: string }>('select stage from dossiers.dossier where id = $1', [
      ref.id,
    ]);
    return row?.stage ?? '';
  }
  async stuck(): Promise<readonly string[]> {
    const rows = await this.db.sql<{ failure: string }>(
      'select failure from outbox.event where failure is not null',
    );
    return rows.map((row) => row.failure);
  }
}
