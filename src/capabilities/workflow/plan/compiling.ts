import type { Outcome } from '#kernel/outcome';
import { type BpmnElement, idOf, textAt } from '../bpmn/elements.ts';
import type { PlanFlow, PlanNode } from './plan.ts';
import type { Findings, PlanProblem, ProblemCode } from './problems.ts';

export interface CompileOptions {
  /** Checks a FEEL condition and gives its text to keep. */
  readonly compile: (text: string) => Outcome<{ readonly text: string }>;
  /** While a diagram is still drawn, what a task lacks (role, time, service …) is a warning. */
  readonly draft?: boolean;
}

/** The work in progress: nodes, flows and problems found so far. */
export class Compiling {
  readonly options: CompileOptions;
  readonly nodes: PlanNode[] = [];
  readonly flows: PlanFlow[] = [];
  readonly findings: Findings = { errors: [], warnings: [] };
  readonly #ids = new Set<string>();

  constructor(options: CompileOptions) {
    this.options = options;
  }

  /** Whether the element has an id of its own. */
  claims(element: BpmnElement): boolean {
    const id = idOf(element);
    if (id === '') this.error('id-missing', element);
    else if (this.#ids.has(id)) this.error('id-twice', element);
    this.#ids.add(id);
    return id !== '';
  }

  error(code: ProblemCode, element: BpmnElement, detail?: string): void {
    this.findings.errors.push(problem(code, element, detail));
  }
  warn(code: ProblemCode, element: BpmnElement, detail?: string): void {
    this.findings.warnings.push(problem(code, element, detail));
  }
  /** Something that must be filled in before the plan may run. */
  lacks(code: ProblemCode, element: BpmnElement): void {
    if (this.options.draft === true) this.warn(code, element);
    else this.error(code, element);
  }
}

function problem(code: ProblemCode, element: BpmnElement, detail?: string): PlanProblem {
  const name = textAt(element, 'name');
  return {
    code,
    at: idOf(element),
    element: element.$type.replace(/^bpmn:/, ''),
    ...(name !== undefined && { name }),
    ...(detail !== undefined && { detail }),
  };
}
