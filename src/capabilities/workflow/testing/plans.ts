import assert from 'node:assert/strict';
import { type BpmnModel, readBpmn } from '../bpmn/read-bpmn.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import type { CompileOptions } from '../plan/compiling.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanProblem } from '../plan/problems.ts';
import { bpmnFile } from './diagrams.ts';

/** Takes every condition for FEEL but the empty one and those of other engines. */
export const anyCondition: CompileOptions['compile'] = (text) =>
  text === '' || text.startsWith('${')
    ? { ok: false, refusal: { code: 'feel-unreadable' } }
    : { ok: true, value: { text } };

export const asDraft: CompileOptions = { compile: anyCondition, draft: true };

export async function modelOf(xml: string): Promise<BpmnModel> {
  const read = await readBpmn(xml);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}

/** The plan of the inside of a process, compiled as a draft. */
export async function planOf(inner: string): Promise<Plan> {
  const compiled = compilePlan(await modelOf(bpmnFile(inner)), asDraft);
  assert.ok(compiled.ok, JSON.stringify(compiled));
  return compiled.value;
}

/** The problems for which the inside of a process is refused. */
export async function problemsOf(
  inner: string,
  options: CompileOptions = asDraft,
): Promise<readonly PlanProblem[]> {
  const compiled = compilePlan(await modelOf(bpmnFile(inner)), options);
  return compiled.ok ? [] : compiled.refusal.problems;
}

/** A flow, for tests: `flow('a', 'b')`, `flow('a', 'b', 'x > 1')`. */
export const flow = (from: string, to: string, condition?: string): string =>
  `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${
    condition === undefined ? '' : `<conditionExpression>${condition}</conditionExpression>`
  }</sequenceFlow>`;
