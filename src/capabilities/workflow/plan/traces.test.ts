import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aDiagram } from '../testing/any-diagram.ts';
import { diagramOf } from '../testing/diagrams.ts';
import { otherEngine } from '../testing/other-engine.ts';
import { asDraft, modelOf } from '../testing/plans.ts';
import { compilePlan } from './compile-plan.ts';
import { type Marking, waitingIn } from './marking.ts';
import { completeTask, startPlan } from './moves.ts';
import type { Plan } from './plan.ts';

const diagrams = 200;
/** Traces followed per diagram, and tasks per trace: loops make both endless. */
const [maxTraces, maxTasks] = [4, 7];

/** A condition is answered by the tasks done so far and a seed, so both engines hear the same answer. */
function answers(seed: number, condition: string, done: number): boolean {
  if (condition.startsWith('none:'))
    return condition
      .slice('none:'.length)
      .split(',')
      .every((name) => !answers(seed, name, done));
  if (condition.startsWith('again:') && done >= maxTasks - 2) return false;
  let hash = seed ^ (done * 0x9e3779b1);
  for (const sign of condition) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193);
  return ((hash ^ (hash >>> 15)) & 1) === 1;
}

interface Trace {
  readonly tasks: readonly string[];
  /** What waited before each task, and after the last one. */
  readonly waiting: readonly (readonly string[])[];
  readonly finished: boolean;
}

const tasksIn = (plan: Plan, marking: Marking): string[] => waitingIn(plan, marking).map(({ node }) => node);

/** Traces of our interpreter, depth first, every order of the waiting tasks. */
function tracesOf(plan: Plan, seed: number): readonly Trace[] {
  const found: Trace[] = [];
  const follow = (marking: Marking, trace: Omit<Trace, 'finished'>): void => {
    if (found.length >= maxTraces) return;
    const waiting = waitingIn(plan, marking);
    const here = { ...trace, waiting: [...trace.waiting, tasksIn(plan, marking).toSorted()] };
    if (waiting.length === 0 || trace.tasks.length === maxTasks) {
      found.push({ ...here, finished: marking.state === 'finished' });
      return;
    }
    for (const { id, node } of waiting) {
      const ask = { holds: (text: string) => answers(seed, text, here.tasks.length + 1), size: () => 0 };
      const moved = completeTask(plan, marking, id, ask);
      assert.ok(moved.ok, JSON.stringify(moved));
      follow(moved.value.marking, { ...here, tasks: [...here.tasks, node] });
    }
  };
  const started = startPlan(plan, { holds: (text) => answers(seed, text, 0), size: () => 0 });
  assert.ok(started.ok, JSON.stringify(started));
  follow(started.value.marking, { tasks: [], waiting: [] });
  return found;
}

/**
 * Both engines wait for the same tasks before and after every task of every trace: so neither has a trace that the
 * other has not. bpmn-elements 17 does not wait at an inclusive join, so it is given the same diagram with
 * inclusive blocks written as parallel ones with a guard on each branch; without inclusive blocks the file is the same.
 */
test('the same task orders as another engine, on generated diagrams', async (t) => {
  let traces = 0;
  const property = fc.asyncProperty(aDiagram, fc.nat(), async (named, seed) => {
    const compiled = compilePlan(await modelOf(diagramOf(named)), asDraft);
    assert.ok(compiled.ok, JSON.stringify(compiled));
    const model = await modelOf(diagramOf(named, true));
    for (const { tasks, waiting, finished } of tracesOf(compiled.value, seed)) {
      traces++;
      let done = 0;
      const other = otherEngine(model, (text) => answers(seed, text, done));
      for (const task of tasks) {
        assert.deepEqual(other.waiting(), waiting[done], `after ${tasks.slice(0, done).join(' ')}`);
        done++;
        other.complete(task);
      }
      assert.deepEqual(other.waiting(), waiting[done], `after ${tasks.join(' ')}`);
      assert.equal(other.finished(), finished, `finished after ${tasks.join(' ')}`);
    }
  });
  const run = await fc.check(property, { numRuns: diagrams });
  t.diagnostic(`seed ${run.seed}: ${run.numRuns} diagrams, ${traces} traces`);
  assert.ok(!run.failed, `${fc.defaultReportMessage(run) ?? ''}\n${String(run.errorInstance)}`);
  assert.ok(traces > diagrams);
});
