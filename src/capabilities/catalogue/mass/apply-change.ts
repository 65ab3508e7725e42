import type { Budget, Fee, LegalTime, ProcedureDefinition } from '#capabilities/forms';
import type { DraftContent } from '../drafts/content.ts';
import type { MassChange } from './change.ts';
import { mapTexts, replaceWords } from './replace-words.ts';

type Of<K extends MassChange['kind']> = Extract<MassChange, { kind: K }>;
type Definition = ProcedureDefinition;

const withBasis = (definition: Definition, ground: string): Definition =>
  definition.basis.includes(ground) ? definition : { ...definition, basis: [...definition.basis, ground] };

function feeAmounts(definition: Definition, { from, to, ground }: Of<'fee-amount'>): Definition {
  if (from === to) return definition;
  const fees = definition.fees.map((fee) => reduced(settled(fee, from, to, ground), from, to, ground));
  return fees.some((fee, at) => fee !== definition.fees[at])
    ? withBasis({ ...definition, fees }, ground)
    : definition;
}

/** An amount that an instrument sets is assumed no longer, whether it is that of the first units or of a later tier. */
function settled(fee: Fee, from: number, to: number, basis: string): Fee {
  const prices = [fee, ...(fee.tiers ?? [])];
  if (!prices.some(({ amount }) => amount === from)) return fee;
  const { assumed: _, ...rest } = fee;
  const priced = <T extends { readonly amount: number }>(each: T): T =>
    each.amount === from ? { ...each, amount: to } : each;
  return priced({ ...rest, ...(fee.tiers ? { tiers: fee.tiers.map(priced) } : {}), basis });
}

/** A reduction has an instrument of its own. */
function reduced(fee: Fee, from: number, to: number, basis: string): Fee {
  if (fee.reduction?.amount !== from) return fee;
  const { assumed: _, ...rest } = fee.reduction;
  return { ...fee, reduction: { ...rest, amount: to, basis } };
}

const feeCited = (fee: Fee, change: { readonly from: string; readonly to: string }): Fee => ({
  ...fee,
  basis: cited(fee.basis, change),
  ...(fee.reduction ? { reduction: { ...fee.reduction, basis: cited(fee.reduction.basis, change) } } : {}),
});

const cited = (text: string, { from, to }: { readonly from: string; readonly to: string }) =>
  replaceWords(text, from, to);

function bases(definition: Definition, change: Of<'basis'>): Definition {
  const workflow = definition.workflow;
  return {
    ...definition,
    basis: [...new Set(definition.basis.map((each) => cited(each, change)))],
    fees: definition.fees.map((fee) => feeCited(fee, change)),
    time: definition.time.map((time) =>
      time.basis === undefined ? time : { ...time, basis: cited(time.basis, change) },
    ),
    workflow: workflow.basis === undefined ? workflow : { ...workflow, basis: cited(workflow.basis, change) },
  };
}

function times(
  definition: Definition,
  { channel, ground }: { readonly channel?: LegalTime['channel'] | undefined; readonly ground: string },
  change: (time: LegalTime) => number,
): Definition {
  const time = definition.time.map((each): LegalTime => {
    const value = channel !== undefined && each.channel !== channel ? each.value : change(each);
    if (value === each.value) return each;
    const { assumed: _, ...rest } = each;
    return { ...rest, value, basis: ground };
  });
  const changed = time.some((each, at) => each !== definition.time[at]);
  return changed ? withBasis({ ...definition, time }, ground) : definition;
}

const cutBy = ({ value, unit, sameDay }: LegalTime, percent: number): number =>
  sameDay === true || unit === 'month' ? value : Math.max(1, Math.ceil((value * (100 - percent)) / 100));

/** Whole hours, rounded down, so that steps that fitted the longer time fit the shorter one. */
function shorter({ value, unit }: Budget, percent: number): Budget {
  const hours = Math.floor((value * (unit === 'working_day' ? 8 : 1) * (100 - percent)) / 100);
  if (hours < 1) return { value, unit };
  return hours % 8 === 0 ? { value: hours / 8, unit: 'working_day' } : { value: hours, unit: 'hour' };
}

/** A legal time that is cut takes the steps along; a diagram is its drawer's, and lint tells where it no longer fits. */
function cut(definition: Definition, change: Of<'deadline-cut'>, drawn: boolean): Definition {
  const after = times(definition, change, (time) => cutBy(time, change.percent));
  if (after === definition || drawn) return after;
  const steps = after.workflow.steps.map((step) => ({
    ...step,
    budget: shorter(step.budget, change.percent),
  }));
  return { ...after, workflow: { ...after.workflow, steps } };
}

/** What is quoted is quoted: citations, and the words of conditions. */
const quoted = new Set(['basis', 'if', 'compute', 'prefillIf', 'rule', 'pattern']);

function definitionAfter(definition: Definition, change: MassChange, drawn: boolean): Definition {
  switch (change.kind) {
    case 'fee-amount':
      return feeAmounts(definition, change);
    case 'fee-ground':
      return {
        ...definition,
        fees: definition.fees.map((fee) => feeCited(fee, change)),
      };
    case 'basis':
      return bases(definition, change);
    case 'deadline':
      return times(definition, change, ({ value, unit }) =>
        unit === change.unit && value === change.from ? change.to : value,
      );
    case 'deadline-cut':
      return cut(definition, change, drawn);
    case 'agency-name':
      return mapTexts(definition, (vi) => replaceWords(vi, change.from, change.to), quoted);
    case 'word':
      return mapTexts(definition, (vi) => replaceWords(vi, change.from, change.to, true), quoted);
    case 'template':
      return definition.forms[change.use] === change.from
        ? { ...definition, forms: { ...definition.forms, [change.use]: change.to } }
        : definition;
  }
}

/** The content with this one thing changed; content that it does not concern stays equal. */
export function applyChange(content: DraftContent, change: MassChange): DraftContent {
  const definition = definitionAfter(content.definition, change, content.workflow !== undefined);
  return definition === content.definition ? content : { ...content, definition };
}
