import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { aFewLists } from '#builders/forms';
import { startDraft } from '#capabilities/dossiers';
import { checkAnswers, inventAnswers } from '#capabilities/forms';
import { asPlainDate, systemClock } from '#kernel/time';
import { aCtx } from '../../support/database.ts';
import { citizensOfHouse } from '../../support/pages/cast.ts';
import { type Spread, spread } from './figures.ts';
import { requestText } from './load.ts';
import type { Bench } from './rounds.ts';
import { sixtyCode, sixtyPage, sixtyQuestions } from './sixty.ts';

export interface FormFigures {
  /** Milliseconds of the web process for one page of 60 questions, everything before and after its drawing included. */
  readonly page: Spread;
  /** Milliseconds until one who asks alone has it. */
  readonly answered: Spread;
  /** Milliseconds to judge the full answers of the same form. */
  readonly check: Spread;
}

const ticksPerSecond = 100;
/** Milliseconds of the processor that a process has used (Linux counts in ticks of 10 ms). */
function usedBy(pid: number): number {
  const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = after.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

/** A page of a form of 60 questions, all filled in, over HTTP; and the verdict on a full set of its answers. */
export async function forms(bench: Bench): Promise<FormFigures> {
  const { ground, product, host, port, generator, plan, note } = bench;
  note('a form of 60 questions');
  const definition = sixtyQuestions();
  await ground.sql(
    `insert into catalogue.procedure (code, version, name, name_folded, field, levels, live, internal, national, definition, published_at, valid_from)
     select $1, 1, 'Sáu mươi câu', 'sau muoi cau', field, levels, true, false, national || jsonb_build_object('code', $1::text), $2, now(), valid_from
     from catalogue.procedure where code = '1.001193' limit 1`,
    [sixtyCode, JSON.stringify(definition)],
  );
  const { id: person, name } = citizensOfHouse.citizen1;
  const ctx = { ...aCtx(product.db, { kind: 'citizen', person, name, guest: false }), clock: systemClock };
  const context = {
    today: asPlainDate('2026-11-25'),
    lists: aFewLists(),
    facts: { channel: 'online', representing: 'self' },
  };
  const answers = inventAnswers(definition.form, context, 1);
  const begun = await startDraft(ctx, {
    code: sixtyCode,
    version: 1,
    facts: { representing: 'self' },
    answers,
  });
  assert.ok(begun.ok);
  const { cookie } = await product.signIn('citizen', person, { name, guest: false });
  const path = `/nop-ho-so/${begun.value}/trang/${sixtyPage}`;
  const { text } = await product.request('GET', path, { cookie });
  assert.equal(
    text.match(/class="mc-(fieldset |)mc-field|class="mc-field/g)?.length,
    60,
    'the page has its questions',
  );
  const requests = [requestText('GET', path, { host, cookie })];
  const job = { port, clients: 1, requests, total: Number.MAX_SAFE_INTEGER, seconds: plan.seconds };
  await generator.run({ ...job, clients: 8 }, 200);
  const pages: number[] = [];
  const answered: number[] = [];
  for (let round = 0; round < plan.rounds; round++) {
    const before = usedBy(product.pid('web'));
    const { count, p50 } = await generator.run(job, 200);
    pages.push((usedBy(product.pid('web')) - before) / count);
    answered.push(p50);
  }
  const judge = (): number => {
    const begin = performance.now();
    assert.deepEqual(checkAnswers(definition.form, answers, context), []);
    return performance.now() - begin;
  };
  for (let warm = 0; warm < 500; warm++) judge();
  const checks = Array.from({ length: plan.rounds }, () => {
    const times = Array.from({ length: 400 }, judge).sort((a, b) => a - b);
    return times[200] ?? 0;
  });
  return { page: spread(pages), answered: spread(answered), check: spread(checks) };
}
