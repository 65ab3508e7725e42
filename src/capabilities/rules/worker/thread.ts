import { parentPort } from 'node:worker_threads';
import { done, type Outcome } from '#kernel/outcome';
import { checkDecisions, compileDecisions, decide, shapesOf } from '../dmn/decisions.ts';
import { editTables } from '../dmn/edit.ts';
import { lintTables } from '../dmn/lint-table.ts';
import { readDmn, writeDmn } from '../dmn/read.ts';
import { readTables } from '../dmn/table-text.ts';
import { compileFeel, evaluateFeel } from '../feel/feel.ts';
import type { Answer, DecisionsLook, Question } from './messages.ts';

/** Costs are not bounded here: the one who waits outside ends the thread when its time is up. */
const bounded = false;

async function look(xml: string): Promise<Outcome<DecisionsLook>> {
  const began = process.threadCpuUsage();
  const model = await readDmn(xml);
  if (!model.ok) return model;
  const tables = readTables(model.value);
  const compiled = compileDecisions(model.value);
  const { user, system } = process.threadCpuUsage(began);
  const ms = (user + system) / 1000;
  return done({
    tables,
    shapes: compiled.ok ? shapesOf(compiled.value) : [],
    problems: compiled.ok ? [] : checkDecisions(model.value),
    findings: compiled.ok ? lintTables(model.value) : [],
    ms,
  });
}

async function answer(question: Question): Promise<Outcome<unknown>> {
  if (question.kind === 'feel') {
    const feel = compileFeel(question.text, { known: question.context, bounded });
    return feel.ok ? done(evaluateFeel(feel.value, question.context)) : feel;
  }
  if (question.kind === 'look') return look(question.xml);
  const model = await readDmn(question.xml);
  if (!model.ok) return model;
  if (question.kind === 'edit') {
    const edited = editTables(model.value, question.edit);
    return edited.ok ? done(await writeDmn(edited.value)) : edited;
  }
  const decisions = compileDecisions(model.value, { bounded });
  return decisions.ok ? decide(decisions.value, question.decision, question.context) : decisions;
}

parentPort?.on('message', (question: Question) => {
  void answer(question).then((outcome) =>
    parentPort?.postMessage({ id: question.id, outcome } satisfies Answer),
  );
});
