// `npm run bench`: the product against what its database and its machine could do at most, in one run on one machine.
// Ratios with medians and spread over rounds. `--quick` for a look, `--json` ends with one line of JSON.
import os from 'node:os';
import { parseArgs } from 'node:util';
import { memoryOf, signal } from '../faults/support/processes.ts';
import { print, seconds } from '../support/report.ts';
import { shown, spread, table } from './support/figures.ts';
import { forms } from './support/forms.ts';
import { aGenerator } from './support/load.ts';
import { manyDossiers } from './support/many.ts';
import { settling } from './support/money.ts';
import { officials } from './support/officials.ts';
import { officePages, publicPages, tracking } from './support/pages.ts';
import { proofs } from './support/proofs.ts';
import { reconciling } from './support/reconciling.ts';
import { aBench } from './support/rounds.ts';
import { aScene } from './support/scene.ts';
import { submissions } from './support/submissions.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (values.help) {
  print('npm run bench -- [--quick] [--json]');
  process.exit(0);
}
const quick = values.quick === true;
const plan = quick ? { rounds: 2, seconds: 2 } : { rounds: 5, seconds: 4 };
const many = quick ? 100_000 : 1_000_000;
const begun = performance.now();
const note = (line: string): void =>
  void process.stderr.write(`  ${seconds(performance.now() - begun)}  ${line}\n`);

const scene = await aScene(note);
const generator = aGenerator();
try {
  const bench = aBench(scene, generator, plan, note);
  const { product, ground } = scene;
  const template = await scene.template();
  const { figures, judgedAnew, withWorker } = await submissions(bench);
  // It would work off what the submissions left to it, and that is no part of a page.
  const worker = product.pid('worker');
  const workerMb = memoryOf(worker) / 1024 ** 2;
  signal([worker], 'SIGSTOP');
  const { pages, office, form, paid, proven, named, matched } = await (async () => {
    const looked = await publicPages(bench);
    const paid = await settling(bench, ground.workerUrl);
    const form = await forms(bench);
    const proven = await proofs(bench, ground.workerUrl);
    note(`${many.toLocaleString('en')} dossiers`);
    await manyDossiers(ground, template, many);
    return {
      pages: [...(await tracking(bench)), ...looked],
      office: await officePages(bench),
      form,
      paid,
      proven,
      matched: await reconciling(bench, many),
      // Last: thousands of colleagues in a few centres are no part of a page.
      named: await officials(bench, ground.workerUrl),
    };
  })().finally(() => signal([worker], 'SIGCONT'));
  const web = memoryOf(product.pid('web')) / 1024 ** 2;

  const [cpu] = os.cpus();
  const load = os
    .loadavg()
    .map((each) => each.toFixed(1))
    .join(' ');
  print(
    `\n${new Date().toISOString().slice(0, 10)} · ${os.cpus().length} × ${cpu?.model.trim() ?? '?'} · Node ${process.version} · load ${load}`,
  );
  print(
    `ceiling: ${bench.pgbench === undefined ? 'a bare loop over the driver (no pgbench here)' : 'pgbench -M prepared'}; medians of ${plan.rounds} rounds (least–most)\n`,
  );
  print(
    table(
      ['submissions', 'per second', 'p50 ms', 'p99 ms', 'pgbench/s', 'bare loop/s', 'ratio'],
      figures.map((each) => [
        `${each.clients} client${each.clients === 1 ? '' : 's'}`,
        shown(each.perSecond),
        shown(each.p50),
        shown(each.p99),
        each.ceiling ? shown(each.ceiling) : 'none',
        shown(each.loop),
        shown(each.ratio),
      ]),
    ),
  );
  for (const [clients, perSecond] of judgedAnew)
    print(`${clients} clients, nothing kept of the check page, all judged at the press: ${shown(perSecond)}`);
  print(`8 clients with the worker at work beside: ${Math.round(withWorker)} per second\n`);
  print(
    table(
      ['page, 8 clients', 'per second', 'p95 ms', '÷ its SQL alone', '÷ a constant'],
      pages.map((each) => [
        each.name,
        shown(each.perSecond),
        shown(each.p95),
        shown(each.ofSql),
        shown(each.ofBare),
      ]),
    ),
  );
  print('');
  print(
    table(
      [`among ${many.toLocaleString('en')}, 8 clients`, 'per second', 'p50 ms', 'p95 ms'],
      office.map(({ name, loaded }) => [
        name,
        shown(spread(loaded.map((each) => each.perSecond))),
        shown(spread(loaded.map((each) => each.p50))),
        shown(spread(loaded.map((each) => each.p95))),
      ]),
    ),
  );
  print('');
  print(
    table(
      ['a form of 60 questions', 'ms'],
      [
        ['its page, time of the web process', shown(form.page)],
        ['its page, answered to one who asks alone', shown(form.answered)],
        ['the verdict on all its answers', shown(form.check)],
      ],
    ),
  );
  print('');
  print(
    table(
      ['money', 'per second', '÷ commits of one row'],
      [['charges settled, one payment each, by the worker', shown(paid.settled), shown(paid.ratio)]],
    ),
  );
  print('');
  print(
    table(
      ['signatures and the public log', 'per second', '÷ its ceiling'],
      [
        [
          'PAdES B-T, one thread, key in a file (bare P-256 and SHA-256)',
          shown(proven.signed),
          shown(proven.signedRatio),
        ],
        [
          'leaves taken over (rows that the database writes)',
          shown(proven.leaves),
          shown(proven.leavesRatio),
        ],
      ],
    ),
  );
  print(
    `proof of a row, one who asks alone: p50 ${shown(proven.proofP50)} ms, p95 ${shown(proven.proofP95)} ms`,
  );
  print(
    `${named.rows.toLocaleString('en')} officials from a file: new ${shown(named.added)} s, moved ${shown(named.moved)} s`,
  );
  print(
    `\nreconciliation of ${matched.lines.toLocaleString('en')} lines: read ${matched.read.toFixed(1)} s, stored ${matched.stored.toFixed(1)} s, compared ${matched.compared.toFixed(1)} s`,
  );
  print(
    `\nstart ${(product.startMs / 1000).toFixed(1)} s · web ${Math.round(web)} MB · worker ${Math.round(workerMb)} MB · run ${seconds(performance.now() - begun)}`,
  );
  const eight = figures.find(({ clients }) => clients === 8);
  const crowd = figures.find(({ clients }) => clients === 32);
  const page = (name: string) => pages.find((each) => each.name === name);
  const list = (name: string) =>
    spread(office.find((each) => each.name === name)?.loaded.map((each) => each.p95) ?? []);
  const round = (value: number | undefined): number => Math.round((value ?? 0) * 1000) / 1000;
  if (values.json)
    print(
      JSON.stringify({
        submit_clients: eight?.clients,
        submit_per_second: round(eight?.perSecond.median),
        submit_ratio: round(eight?.ratio.median),
        submit_p99_ms: round(eight?.p99.median),
        submit_per_second_32: round(crowd?.perSecond.median),
        submit_ratio_32: round(crowd?.ratio.median),
        submit_p99_ms_32: round(crowd?.p99.median),
        submit_judged_anew_per_second: round(judgedAnew.get(8)?.median),
        submit_judged_anew_per_second_32: round(judgedAnew.get(32)?.median),
        submit_with_worker_per_second: round(withWorker),
        submit_ceiling: eight?.ceiling ? 'pgbench' : 'bare loop',
        track_ratio: round(page('tracking, 32 clients')?.ofSql.median),
        track_clients: 32,
        track_ratio_8: round(page('tracking look-up')?.ofSql.median),
        procedure_ratio: round(page('procedure page')?.ofSql.median),
        search_ratio: round(page('search')?.ofSql.median),
        worklist_p50_ms: round(
          spread(office.find(({ name }) => name === 'work list')?.loaded.map((each) => each.p50) ?? [])
            .median,
        ),
        worklist_p95_ms: round(list('work list').median),
        office_search_p95_ms: round(list('office search').median),
        search_p95_ms: round(page('search')?.p95.median),
        form_page_ms: round(form.page.median),
        form_check_ms: round(form.check.median),
        settled_per_second: round(paid.settled.median),
        pades_bt_per_second: round(proven.signed.median),
        pades_bt_ratio: round(proven.signedRatio.median),
        leaves_per_second: round(proven.leaves.median),
        leaves_ratio: round(proven.leavesRatio.median),
        proof_p50_ms: round(proven.proofP50.median),
        proof_p95_ms: round(proven.proofP95.median),
        officials: named.rows,
        officials_added_seconds: round(named.added.median),
        officials_moved_seconds: round(named.moved.median),
        reconciled_lines: matched.lines,
        reconciled_seconds: round(matched.read + matched.stored + matched.compared),
        settled_ratio: round(paid.ratio.median),
        start_seconds: round(product.startMs / 1000),
        rss_mb: Math.round(web),
        dossiers: many,
        quick,
      }),
    );
} finally {
  generator.close();
  await scene.product.stop();
}
