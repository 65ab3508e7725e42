import { existsSync, readFileSync } from 'node:fs';
import type { Plan } from '#capabilities/workflow';
import { planOfDiagram } from '../plan-of-diagram.ts';

const folder = new URL('../../../../samples/procedures/', import.meta.url);

/** The plan of a diagram as it runs; undefined where it is a line of steps. */
export async function planOfXml(xml: string): Promise<Plan | undefined> {
  const plan = await planOfDiagram(xml);
  if (!plan.ok) throw new Error(JSON.stringify(plan.refusal, null, 2));
  return plan.value;
}

const known = new Map<string, Promise<Plan | undefined>>();

/** The plan that ships beside a sample definition; undefined for the many that have none. */
export function samplePlan(code: string): Promise<Plan | undefined> {
  const file = new URL(`${code}/workflow.bpmn`, folder);
  const plan =
    known.get(code) ??
    (existsSync(file) ? planOfXml(readFileSync(file, 'utf8')) : Promise.resolve(undefined));
  known.set(code, plan);
  return plan;
}
