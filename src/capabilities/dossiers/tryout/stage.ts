import type { Actor } from '#kernel/actor';
import type { Refusal } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import type { Act } from '../rules/acts.ts';
import { decide } from '../rules/decide.ts';
import { apply } from '../rules/fold.ts';
import { type InputOf, inputs } from '../rules/inputs.ts';
import { focusOf } from '../rules/plan/focus.ts';
import type { HeldPaper } from '../rules/plan/passed-papers.ts';
import type { Intent } from '../rules/possible.ts';
import type { ProcedureRules } from '../rules/rules-of-procedure.ts';
import { signActs, signatureFor } from '../rules/sign.ts';
import type { DossierState } from '../rules/state.ts';

/** A dossier that stands in no table: its acts, what it came to after each, and a clock of its own. */
export class Stage {
  readonly rules: ProcedureRules;
  readonly told: { readonly act: Act; readonly state: DossierState }[] = [];
  /** Intents that were played already. */
  readonly asked = new Set<Intent>();
  /** Papers that were filed, by name: what a call may take along. */
  readonly papers: readonly HeldPaper[];
  state: DossierState;
  now: Instant;
  #ids = 0;

  constructor(
    { rules, papers }: { readonly rules: ProcedureRules; readonly papers: readonly HeldPaper[] },
    begun: { readonly acts: readonly Act[]; readonly state: DossierState },
    now: Instant,
  ) {
    this.rules = rules;
    this.papers = papers;
    this.now = now;
    this.state = begun.state;
    this.#tell(undefined, begun.acts);
  }

  /** @returns why the rules refuse it. */
  act<I extends Intent>(intent: I, input: unknown, actor: Actor, at: Instant): Refusal | undefined {
    const { state, rules } = this;
    const parsed = inputs[intent].safeParse(input);
    if (!parsed.success) return { code: parsed.error.issues[0]?.message ?? 'input-unreadable' };
    const acts = this.told.map(({ act }) => act);
    const decided = decide(intent, parsed.data as InputOf<I>, {
      state,
      rules,
      actor,
      now: at,
      acts,
      freshId: () => `00000000-0000-8000-8000-04${String(++this.#ids).padStart(10, '0')}`,
    });
    if (!decided.ok) return { ...decided.refusal, details: { ...decided.refusal.details, intent } };
    const { task } = parsed.data as { readonly task?: string };
    const focus = focusOf(rules, state, intent, { actor, now: at, task });
    const signed = signActs(state, decided.value, at, signatureFor(focus.state, intent, actor));
    this.asked.add(intent);
    this.#tell(state, signed.acts);
    this.now = at;
    return undefined;
  }

  #tell(before: DossierState | undefined, acts: readonly Act[]): void {
    let state = before;
    for (const act of acts) {
      state = apply(state, act);
      this.told.push({ act, state });
    }
    if (state) this.state = state;
  }
}
