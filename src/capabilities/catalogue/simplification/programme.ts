import { type Change, changeOf, costPerYear, hoursWaited } from './cost.ts';
import type { CostSheet } from './sheet.ts';

export const proposalStates = ['proposed', 'decided', 'in-force', 'rejected'] as const;
export type ProposalState = (typeof proposalStates)[number];
export const proposalKinds = ['simplify', 'merge', 'drop'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** Who decides what next; what is in force or was rejected stays so. */
export const proposalMoves: Readonly<Record<ProposalState, readonly ProposalState[]>> = {
  proposed: ['decided', 'rejected'],
  decided: ['in-force', 'rejected'],
  'in-force': [],
  rejected: [],
};

export interface ProposalFacts {
  readonly code: string;
  readonly state: ProposalState;
  readonly before: CostSheet;
  readonly after: CostSheet | null;
}
/** A procedure of a programme: its sheet now, if there is one, and its proposals in the order they were made. */
export interface Member {
  readonly code: string;
  readonly sheet: CostSheet | undefined;
  readonly proposals: readonly ProposalFacts[];
}

export interface Standing {
  /** Before the first proposal, over all procedures of the programme that have a sheet. */
  readonly base: number;
  /** By what is in force; with what is decided; with what is proposed as well. */
  readonly inForce: Change;
  readonly decided: Change;
  readonly proposed: Change;
}
export interface ProgrammeTotals {
  /** Đồng a year. */
  readonly cost: Standing;
  /** Working hours waited a year. */
  readonly time: Standing;
  readonly withSheet: number;
  /** Sheets that hold starting values only. */
  readonly assumed: number;
  readonly withoutSheet: readonly string[];
}

const counts: Readonly<Record<'inForce' | 'decided' | 'proposed', readonly ProposalState[]>> = {
  inForce: ['in-force'],
  decided: ['in-force', 'decided'],
  proposed: ['in-force', 'decided', 'proposed'],
};

const live = ({ proposals }: Member): readonly ProposalFacts[] =>
  proposals.filter(({ state }) => state !== 'rejected');

/** Where the programme found the procedure: before its first proposal, which may be in force by now. */
const baseOf = (member: Member): CostSheet | undefined => live(member)[0]?.before ?? member.sheet;

function standing(members: readonly Member[], of: (sheet: CostSheet) => number): Standing {
  const bases = members.flatMap((member) => {
    const base = baseOf(member);
    return base ? [{ member, base: of(base) }] : [];
  });
  const base = bases.reduce((sum, each) => sum + each.base, 0);
  const after = (states: readonly ProposalState[]): Change => {
    const saved = bases.reduce(
      (sum, each) =>
        sum +
        live(each.member)
          .filter(({ state }) => states.includes(state))
          .reduce((part, { before, after: then }) => part + of(before) - (then === null ? 0 : of(then)), 0),
      0,
    );
    return changeOf(base, base - saved);
  };
  return {
    base,
    inForce: after(counts.inForce),
    decided: after(counts.decided),
    proposed: after(counts.proposed),
  };
}

/** Sums of a programme such as "cut 30 % of times and costs". */
export function programmeTotals(members: readonly Member[]): ProgrammeTotals {
  const without = members.filter((member) => baseOf(member) === undefined);
  return {
    cost: standing(members, costPerYear),
    time: standing(members, hoursWaited),
    withSheet: members.length - without.length,
    assumed: members.filter(({ sheet }) => sheet?.assumed === true).length,
    withoutSheet: without.map(({ code }) => code),
  };
}
