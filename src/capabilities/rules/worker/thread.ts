import { parentPort } from 'node:worker_threads';
import { done, type Outcome } from '#kernel/outcome';
import { compileDecisions, decide } from '../dmn/decisions.ts';
import { readDmn } from '../dmn/read.ts';
import { compileFeel, evaluateFeel } from '../feel/feel.ts';
import type { Answer, Question } from './messages.ts';

/** Costs are not bounded here: the one who waits outside ends the thread when its time is up. */
const bounded = false;

async function answer(question: Question): Promise<Outcome<unknown>> {
  if (question.kind === 'feel') {
    const feel = compileFeel(question.text, { known: question.context, bounded });
    return feel.ok ? done(evaluateFeel(feel.value, question.context)) : feel;
  }
  const model = await readDmn(question.xml);
  if (!model.ok) return model;
  const decisions = compileDecisions(model.value, { bounded });
  return decisions.ok ? decide(decisions.value, question.decision, question.context) : decisions;
}

parentPort?.on('message', (question: Question) => {
  void answer(question).then((outcome) =>
    parentPort?.postMessage({ id: question.id, outcome } satisfies Answer),
  );
});
