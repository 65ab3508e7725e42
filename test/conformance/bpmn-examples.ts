/**
 * Reads every diagram of a checkout of public BPMN examples: imports it, compiles it or names what is refused, exports
 * it, reads it again: `node test/conformance/bpmn-examples.ts <folder>`. By hand only: the files are not ours to ship.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFeel } from '#capabilities/rules';
import {
  type Ask,
  compilePlan,
  completeTask,
  fireTimer,
  type Plan,
  type PlanProblem,
  readBpmn,
  receiveMessage,
  startPlan,
  waitingIn,
  writeBpmn,
} from '#capabilities/workflow';
import { walk } from '../support/tree.ts';

const page = 'docs/reference/conformance-bpmn.md';
const root = process.argv[2];
if (root === undefined)
  throw new Error('Usage: node test/conformance/bpmn-examples.ts <folder of BPMN examples>');

interface Row {
  readonly file: string;
  readonly kept: boolean;
  readonly runs: boolean;
  readonly said: string;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, ten?: string, hex?: string, name?: string) =>
    ten || hex
      ? String.fromCodePoint(ten ? Number(ten) : Number.parseInt(hex ?? '', 16))
      : (entities[name ?? ''] ?? whole),
  );

/** Everything a file says, sorted: tags with their attributes, and texts; comments, order and spacing aside. */
function sayings(xml: string): readonly string[] {
  const said: string[] = [];
  const plain = xml.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '');
  const parts = /<!\[CDATA\[([\s\S]*?)\]\]>|<\/[^>]*>|<([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+)/g;
  for (const [, cdata, tag, inner = '', text] of plain.matchAll(parts)) {
    const words = (cdata ?? decoded(text ?? '')).replace(/\s+/g, ' ').trim();
    if (words !== '') said.push(words);
    if (tag === undefined) continue;
    said.push(tag);
    for (const [, name = '', double, single] of inner.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      const value = decoded(double ?? single ?? '').trim();
      // Numbers of the drawing may be written shorter: `1.0` is `1`.
      const short = /^-?\d+(\.\d+)?$/.test(value) ? String(Number(value)) : value;
      // A waypoint is a point with or without saying so.
      if (!(tag.endsWith(':waypoint') && name.endsWith(':type'))) said.push(`${tag} ${name}=${short}`);
    }
  }
  return said.sort();
}

/** What is said in the first and not in the second. */
function lost(before: string, after: string): readonly string[] {
  const left = new Map<string, number>();
  for (const each of sayings(after)) left.set(each, (left.get(each) ?? 0) + 1);
  return sayings(before).filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}

const words = (problems: readonly PlanProblem[]): string =>
  [...new Set(problems.map(({ code, at, element }) => `${element} \`${at}\`: ${code}`))].join('; ');

/** Does what waits first, again and again, until the plan has ended; what keeps it from that. Conditions hold every other time. */
function walked(plan: Plan): string | undefined {
  let asked = 0;
  const ask: Ask = { holds: () => asked++ % 2 === 0, size: () => 2 };
  let moves = startPlan(plan, ask);
  for (let at = 0; at < 200 && moves.ok && !moves.value.finished; at++) {
    const { marking } = moves.value;
    const [first] = waitingIn(plan, marking);
    if (first === undefined) return 'stands still';
    if (first.kind === 'timer') moves = fireTimer(plan, marking, first.id, ask);
    else if (first.kind === 'message') moves = receiveMessage(plan, marking, first.message, ask);
    else moves = completeTask(plan, marking, first.id, ask);
  }
  if (!moves.ok) return moves.refusal.code;
  return moves.value.finished ? undefined : 'does not end';
}

async function rowOf(file: string, xml: string): Promise<Row> {
  const model = await readBpmn(xml);
  if (!model.ok) return { file, kept: false, runs: false, said: `refused: ${model.refusal.code}` };
  const written = await writeBpmn(model.value);
  const again = await readBpmn(written);
  const missing = lost(xml, written);
  const kept = again.ok && missing.length === 0 && (await writeBpmn(again.value)) === written;
  const plan = compilePlan(model.value, { compile: compileFeel, draft: true });
  const loss = missing.length > 0 ? [`lost: ${missing.slice(0, 3).join(', ')}`] : [];
  if (!plan.ok) return { file, kept, runs: false, said: [...loss, words(plan.refusal.problems)].join('; ') };
  const fault = walked(plan.value);
  return { file, kept, runs: fault === undefined, said: [...loss, ...(fault ? [fault] : [])].join('; ') };
}

const rows: Row[] = [];
for (const file of walk(root)
  .filter((name) => name.endsWith('.bpmn'))
  .sort())
  rows.push(await rowOf(file, readFileSync(join(root, file), 'utf8')));

const count = (test: (row: Row) => boolean) => rows.filter(test).length;
const yes = (value: boolean) => (value ? 'yes' : 'no');
const lines = rows.map(
  ({ file, kept, runs, said }) =>
    `| ${file} | ${yes(kept)} | ${yes(runs)} | ${said.replaceAll('|', '\\|')} |`,
);
writeFileSync(
  new URL(`../../${page}`, import.meta.url),
  `# BPMN: public example files

Written by \`node test/conformance/bpmn-examples.ts <folder>\` over the diagrams of camunda-bpm-examples. *Kept*: exported again, the file
says all it said before (tags, attributes, texts; comments, order and spacing aside) and reads the same. *Runs*: compiles as a draft and is walked to its end;
what another engine's file cannot say about our offices (role, place, time, service) is filled in by who publishes it. What we
do not execute is named. Conditions in another language than FEEL are refused.

${rows.length} files: ${count((row) => row.kept)} kept, ${count((row) => row.runs)} run, ${count((row) => !row.runs)} refused by name.

| file | kept | runs | what is refused |
|---|---|---|---|
${lines.join('\n')}
`,
);
process.stdout.write(
  `${rows.length} files: ${count((row) => row.kept)} kept, ${count((row) => row.runs)} run\n`,
);
