import {
  type Answers,
  caseOf,
  type Facts,
  holds,
  type ProcedureDefinition,
  type Question,
} from '#capabilities/forms';
import { candidatesFor, comparedBy, factCandidates } from './candidates.ts';
import { seededPick } from './chance.ts';
import { atomsOf, conditionsIn, type Target, targetsOf } from './targets.ts';
import { type Scene, walkThrough } from './walk.ts';
import { askedIn, opening, type Wish, wishesFor } from './wishes.ts';

export interface Explored {
  readonly walks: readonly { readonly answers: Answers; readonly facts: Facts }[];
  readonly targets: readonly { readonly target: Target; readonly held: boolean; readonly failed: boolean }[];
}
const plainWalks = 60;
/** Tries for each outcome that plain walks did not bring: different ways to make an `any` true, different answers around. */
const aimedWalks = 24;

function sceneOf(definition: ProcedureDefinition, today: string): Scene {
  const by = comparedBy(conditionsIn(definition).flatMap(atomsOf));
  const all = (question: Question): readonly Question[] => [question, ...(question.items ?? [])];
  const questions = definition.form.pages.flatMap((page) => page.questions.flatMap(all));
  return {
    definition,
    answers: new Map(questions.map((question) => [question, candidatesFor(question, by, today)])),
    facts: factCandidates(by, today),
  };
}

/** Conditions that must hold before a walk comes to the target at all. */
function approach(target: Target, definition: ProcedureDefinition): readonly string[] {
  if (target.kind === 'other') return [];
  const question = /\.questions\.([^.]+)/.exec(target.at)?.[1];
  if (question === undefined) return [];
  const page = definition.form.pages.find((each) => target.at.startsWith(`form.pages.${each.id}.`));
  return target.kind === 'item' ? [question] : (page?.questions.slice(0, 1).map((each) => each.id) ?? []);
}

/**
 * Fills the form in many ways, by chance and then on purpose, and notes which conditions ever held and ever failed.
 * Never seen is as good as impossible for conditions that a form uses: each is a handful of comparisons, and the answers
 * tried stand on both sides of every comparison.
 */
export function explore(definition: ProcedureDefinition, today: string): Explored {
  const scene = sceneOf(definition, today);
  const asked = askedIn(definition);
  const targets = targetsOf(definition);
  const seen = new Map(targets.map((target) => [target.at, { held: false, failed: false }]));
  const walks: { answers: Answers; facts: Facts }[] = [];
  const walk = (wishes: readonly Wish[], seed: number) => {
    const { answers, facts, met } = walkThrough(scene, wishes, seededPick(seed));
    walks.push({ answers, facts });
    const chosen = caseOf(definition, answers, facts);
    for (const target of targets) {
      const open =
        target.kind === 'other'
          ? holds(target.if, answers, facts) &&
            (target.cases === undefined || (chosen !== undefined && target.cases.includes(chosen)))
          : met.get(target.at);
      const sight = seen.get(target.at);
      if (open === undefined || sight === undefined) continue;
      if (open) sight.held = true;
      else sight.failed = true;
    }
  };
  for (let seed = 1; seed <= plainWalks; seed++) walk([], seed * 7919);
  for (const [place, target] of targets.entries())
    for (const want of [true, false]) {
      const outcome = want ? 'held' : 'failed';
      if (!want && target.if === undefined) continue;
      for (let seed = 1; seed <= aimedWalks && seen.get(target.at)?.[outcome] === false; seed++) {
        const pick = seededPick(place * 104_729 + seed * 2 + Number(want));
        const opened = new Set<string>();
        const way = approach(target, definition).flatMap((id) => opening(id, asked, pick, opened));
        const inCase = casesWish(target, definition, pick);
        walk([...wishesFor(target.if, want, asked, pick), ...way, ...inCase], pick(1 << 30));
      }
    }
  return {
    walks,
    targets: targets.map((target) => ({
      target,
      ...(seen.get(target.at) ?? { held: false, failed: false }),
    })),
  };
}

function casesWish(
  target: Target,
  definition: ProcedureDefinition,
  pick: (below: number) => number,
): readonly Wish[] {
  const wanted = target.cases?.[pick(target.cases.length)];
  return wanted === undefined ? [] : [{ atom: { q: definition.caseFrom ?? 'case', is: wanted }, want: true }];
}
