import { z } from 'zod';
import { officerRoles } from '#kernel/actor';
import { isPlainDate } from '#kernel/time';
import { personParts, questionTypes } from './questions.ts';

const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]*$/, 'letters, digits and hyphens, a letter first');
const key = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*$/, 'letters and digits, a letter first');
const day = z.string().refine(isPlainDate, 'a date YYYY-MM-DD');
const channel = z.enum(['online', 'direct', 'post']);
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const bounds = <T extends z.ZodType>(bound: T) => ({
  gt: bound.optional(),
  gte: bound.optional(),
  lt: bound.optional(),
  lte: bound.optional(),
});
const operand = z.union([z.number(), z.string(), z.strictObject({ q: z.string() })]);
const some = (value: object): boolean => Object.keys(value).some((name) => /^(gt|lt)e?$/.test(name));

const condition: z.ZodType = z.lazy(() =>
  z.union([
    z.strictObject({ q: z.string(), is: scalar }),
    z.strictObject({ q: z.string(), in: z.array(scalar).min(1) }),
    z.strictObject({ q: z.string(), answered: z.boolean() }),
    z.strictObject({ q: z.string(), age: z.strictObject(bounds(z.number())).refine(some) }),
    z.strictObject({ q: z.string(), days: z.strictObject(bounds(z.number())).refine(some) }),
    z.strictObject({ q: z.string(), ...bounds(operand) }).refine(some, 'a bound'),
    z.strictObject({ fact: z.string(), is: scalar }),
    z.strictObject({ fact: z.string(), in: z.array(scalar).min(1) }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({ feel: z.string().min(1).max(2000) }),
  ]),
);

const prefix = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'letters and digits, a small letter first');
const composed = { id: prefix, label: text, hint: text.optional(), if: condition.optional() };
const person = z.strictObject({
  ...composed,
  type: z.literal('person'),
  of: text,
  parts: z.array(z.enum(personParts)).min(1),
  optional: z.array(z.enum(personParts)).optional(),
  sexIs: z.enum(['1', '2']).optional(),
  prefill: z.literal('person').optional(),
  prefillIf: condition.optional(),
});
const placedBlock = z.strictObject({ ...composed, type: z.literal('block'), block: id });
const section = z.strictObject({ id: z.string(), title: text, hint: text.optional() });

const plain: z.ZodType = z.lazy(() =>
  z.strictObject({
    id: key,
    type: z.enum(questionTypes),
    label: text,
    hint: text.optional(),
    required: z.boolean().optional(),
    if: condition.optional(),
    options: z
      .array(z.strictObject({ value: z.string().min(1), label: text, hint: text.optional() }))
      .min(2)
      .optional(),
    optionsFrom: z.string().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    minLength: z.int().positive().optional(),
    maxLength: z.int().positive().max(10_000).optional(),
    decimals: z.int().min(0).max(6).optional(),
    pattern: z.string().max(200).optional(),
    patternHint: text.optional(),
    format: z.literal('person-name').optional(),
    partial: z.boolean().optional(),
    rule: z.enum(['not-future', 'past', 'future', 'adult']).optional(),
    agreesWith: z
      .strictObject({ birthDate: key.optional(), sex: key.optional(), sexIs: z.enum(['1', '2']).optional() })
      .optional(),
    refuseIf: z.array(z.strictObject({ if: condition, message: text })).optional(),
    prefill: z
      .string()
      .regex(/^[a-z]+\.[a-zA-Z]+$/)
      .optional(),
    prefillIf: condition.optional(),
    items: z.array(question).min(1).max(20).optional(),
    document: id.optional(),
    compute: z
      .strictObject({
        feel: z.string().min(1).max(2000),
        gives: z.enum(['number', 'money', 'text', 'yes-no', 'date']),
      })
      .optional(),
    signer: key.optional(),
    section: section.optional(),
    from: z.string().max(80).optional(),
  }),
);
/** By type, so that the problem named is that of the type meant. */
const question = z.looseObject({ type: z.string() }).superRefine((given, report) => {
  const shape = given.type === 'person' ? person : given.type === 'block' ? placedBlock : plain;
  for (const { path, message } of shape.safeParse(given).error?.issues ?? [])
    report.addIssue({ code: 'custom', path: [...path], message });
});
const page = z.strictObject({
  id,
  title: text,
  if: condition.optional(),
  intro: text.optional(),
  // A person or block may be many questions on one page; how long a page may be is for the lint to say.
  questions: z.array(question).min(1).max(60),
});
const assumed = z.boolean().optional();
const dong = z.int().min(0);
const fee = z.strictObject({
  id,
  kind: z.enum(['phi', 'le-phi']),
  purpose: z.enum(['appraisal', 'extension']).optional(),
  name: text,
  when: z.enum(['submission', 'return']),
  amount: dong,
  channel: channel.optional(),
  case: id.optional(),
  if: condition.optional(),
  per: key.optional(),
  unit: text.optional(),
  freeUnits: z.int().positive().optional(),
  tiers: z
    .array(z.strictObject({ nth: z.int().min(2), amount: dong }))
    .min(1)
    .max(20)
    .optional(),
  times: key.optional(),
  cap: dong.optional(),
  reduction: z
    .strictObject({
      channels: z.array(channel).min(1).optional(),
      amount: dong.optional(),
      percent: z.int().min(0).max(99).optional(),
      from: day.optional(),
      until: day.optional(),
      basis: z.string().min(1),
      assumed,
    })
    .optional(),
  from: day.optional(),
  until: day.optional(),
  exemptions: z.array(z.strictObject({ id, name: text, if: condition.optional() })),
  refundable: z.literal(false).optional(),
  basis: z.string().min(1),
  setBy: z.enum(['ministry', 'province-council']).optional(),
  assumed,
});
const result = {
  code: z.string().regex(/^(KQ\.[A-Z]\d{2}\.\d{6}|local)$/),
  name: text,
  template: z.string().optional(),
  confirmDraft: z.boolean().optional(),
  certifies: z.array(key).min(1).optional(),
};

/** The shape alone; what parts must agree on stands in `check-definition.ts`. */
export const definitionShape = z.strictObject({
  $schema: z.string().optional(),
  code: z.string().regex(/^([1-6]\.\d{6}|generic)$/),
  version: z.int().positive(),
  validFrom: day,
  name: text,
  competence: z.strictObject({
    level: z.enum(['commune', 'province', 'commune-police', 'provincial-police', 'ministry']),
    by: key.optional(),
    department: z.string().optional(),
  }),
  assurance: z.strictObject({
    identityPendingAllowed: z.boolean(),
    signed: z.boolean().optional(),
    coSigners: z.int().min(1).max(10).optional(),
    assumed,
  }),
  online: z.strictObject({ level: z.enum(['full', 'partial', 'none']), assumed }),
  subjects: z
    .array(z.enum(['citizen', 'household-business', 'enterprise', 'organisation', 'foreigner', 'agency']))
    .min(1),
  representation: z.strictObject({
    allowed: z.boolean(),
    needsPaper: z.boolean().optional(),
    exceptRelations: z.array(z.string()).optional(),
  }),
  cases: z
    .array(z.strictObject({ id, name: text }))
    .min(1)
    .optional(),
  caseFrom: key.optional(),
  time: z.array(
    z.strictObject({
      channel,
      case: id.optional(),
      if: condition.optional(),
      value: z.number().positive(),
      unit: z.enum(['working_day', 'day', 'hour', 'month']),
      sameDay: z.boolean().optional(),
      basis: z.string().optional(),
      assumed,
    }),
  ),
  fees: z.array(fee),
  result: z.strictObject(result),
  otherResults: z
    .array(
      z.strictObject({ ...result, kind: z.enum(['grant', 'refusal', 'notice']), if: condition.optional() }),
    )
    .min(1)
    .optional(),
  documents: z.array(
    z.strictObject({
      id,
      name: text,
      group: z.enum(['submit', 'show', 'note']),
      originals: z.int().min(0).max(20),
      copies: z.int().min(0).max(20),
      required: z.boolean(),
      alternativeOf: id.optional(),
      if: condition.optional(),
      cases: z.array(id).min(1).optional(),
      replaceableBy: z.array(z.string()).min(1).optional(),
      satisfiedBy: z.string().optional(),
      hint: text.optional(),
    }),
  ),
  eligibility: z.array(
    z.strictObject({
      id,
      question: text,
      type: z.literal('yesno'),
      passIf: z.enum(['yes', 'no']),
      failText: text,
      advice: z.boolean().optional(),
    }),
  ),
  blocks: z
    .record(id, z.strictObject({ title: text, questions: z.array(question).min(1).max(60) }))
    .optional(),
  form: z.strictObject({ id, title: text, pages: z.array(page).min(1) }),
  workflow: z.strictObject({
    assumed,
    basis: z.string().optional(),
    steps: z
      .array(
        z.strictObject({
          id,
          name: text,
          place: z.enum(['receiver', 'competent']),
          role: z.enum(officerRoles),
          does: z.enum(['receive', 'appraise', 'check', 'approve', 'issue', 'return']),
          budget: z.strictObject({ value: z.number().positive(), unit: z.enum(['hour', 'working_day']) }),
          if: condition.optional(),
          beside: z.boolean().optional(),
        }),
      )
      .min(1),
  }),
  forms: z.strictObject({ receipt: z.string(), supplement: z.string(), refusal: z.string() }),
  lifeEvents: z.array(z.string()),
  basis: z.array(z.string()).min(1),
  notes: z.array(text).optional(),
});
