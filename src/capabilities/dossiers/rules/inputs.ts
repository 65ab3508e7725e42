import { z } from 'zod';
import { signedFile } from '#capabilities/results';
import type { UnitId } from '#kernel/ids';
import { cleanText } from '#kernel/text';
import { isPlainDate, type PlainDate } from '#kernel/time';
import type { MovedPlan } from './plan/plan-state.ts';
import type { Intent } from './possible.ts';
import { signedScan } from './scans.ts';
import type { Counted, Due } from './state.ts';

/** Text that people write: cleaned, not empty. The messages are codes that a surface words. */
const words = (code: string, max = 4000) =>
  z
    .string()
    .max(max * 2)
    .transform(cleanText)
    .pipe(z.string().min(1, code).max(max, 'too-long'));
const maybeWords = z.string().max(8000).transform(cleanText).default('');
const uuid = z.uuid();
const reason = z.object({ reason: words('reason-missing') });
const nothing = z.object({});
/** The task of a plan that is meant where several are open; the one that can be done when silent. */
const task = z.string().max(12).optional();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'date-missing');

const paper = z.object({
  demand: z.string().max(80),
  title: words('title-missing', 500),
  reason: words('reason-missing', 1000),
});
/** A notice of another authority that the amount comes from: a tax notice for land (DOMAIN §6.1). */
const assessed = z
  .object({
    authority: words('authority-missing', 200),
    number: words('notice-number-missing', 60),
    date: day,
    /** Last day to pay; empty where the notice names none. */
    until: day.or(z.literal('')).default(''),
    treasury: words('treasury-missing', 200),
    treasuryAccount: words('account-missing', 40),
  })
  .refine(({ date, until }) => until === '' || until >= date, {
    message: 'until-before-notice',
    path: ['until'],
  });
const fee = z
  .object({
    id: z.string().max(80),
    kind: z.enum(['phi', 'le-phi', 'tax']),
    name: words('title-missing', 300),
    amount: z.coerce.number().int('amount-whole').positive('amount-missing').max(10_000_000_000),
    assessed: assessed.optional(),
  })
  .refine(({ kind, assessed: from }) => kind !== 'tax' || from !== undefined, {
    message: 'notice-missing',
    path: ['assessed'],
  });

/** What each intent needs besides the dossier. */
export const inputs = {
  accept: nothing,
  decline: reason,
  'ask-supplement': z.object({
    papers: z.array(paper).min(1, 'papers-missing').max(40),
    reason: words('reason-missing'),
    days: z.coerce.number().int('days-missing').min(1, 'days-missing').max(60, 'days-too-many'),
  }),
  'send-supplement': z.object({ documents: z.array(uuid).max(100), note: maybeWords }),
  'confirm-supplement': nothing,
  'expire-supplement': nothing,
  'ask-fee': z.object({ fees: z.array(fee).min(1, 'fees-missing').max(20), reason: words('reason-missing') }),
  'take-fee': z.object({
    fees: z.array(z.string()).min(1, 'fees-missing'),
    way: z.enum(['cash', 'card']).default('cash'),
    /** Number of a printed receipt, where one is given instead of the electronic one. */
    receipt: z.string().max(120).transform(cleanText).pipe(z.string().max(60, 'too-long')).default(''),
    /** Shift of the till. */
    shift: uuid.optional(),
    /** Who pays, where it is not the person whose dossier it is. */
    payer: z.string().max(400).transform(cleanText).pipe(z.string().max(200, 'too-long')).default(''),
    /** Number of the card slip. */
    slip: z.string().max(120).transform(cleanText).pipe(z.string().max(60, 'too-long')).default(''),
  }),
  'exempt-fee': z.object({
    fees: z.array(z.string()).min(1, 'fees-missing'),
    ground: words('reason-missing', 500),
    /** A paper of the dossier that proves it. */
    paper: uuid.or(z.literal('')).default(''),
    /** Name, number and day of a paper that was only shown. */
    shown: z.string().max(600).transform(cleanText).pipe(z.string().max(300, 'too-long')).default(''),
  }),
  'note-money': z.object({
    what: z.enum(['settled', 'refunded', 'reopened', 'exempted', 'voided']),
    fees: z.array(z.string()).min(1, 'fees-missing'),
    ground: maybeWords,
  }),
  'take-over': nothing,
  assign: z.object({ officer: uuid, name: words('officer-missing', 200), task }),
  'finish-step': z.object({ note: maybeWords, task }),
  'return-step': reason.extend({ task }),
  'pull-back': reason.extend({ task }),
  'ask-opinion': z.object({
    unit: uuid,
    question: words('question-missing'),
    days: z.coerce.number().int('days-missing').min(1, 'days-missing').max(30, 'days-too-many'),
  }),
  'give-opinion': z.object({ id: uuid, text: words('text-missing'), agrees: z.coerce.boolean() }),
  pause: reason,
  resume: nothing,
  'request-withdrawal': reason,
  'take-back-withdrawal': nothing,
  'refuse-withdrawal': reason,
  'allow-withdrawal': nothing,
  stop: reason,
  apologise: z.object({ reason: words('reason-missing'), newDate: day }),
  'draft-result': z.object({
    outcome: z.enum(['granted', 'refused']),
    title: words('title-missing', 300),
    content: z.record(z.string().max(80), z.string().max(4000)),
  }),
  'confirm-draft': nothing,
  'dispute-draft': z.object({ text: words('text-missing') }),
  'approve-result': z.object({ file: signedFile.optional(), capacity: z.string().max(600).optional() }),
  'send-back-result': reason,
  issue: z.object({ number: words('number-missing', 60), file: signedFile.optional() }),
  'return-result': z.object({
    way: z.enum(['counter', 'post', 'electronic']),
    to: words('receiver-missing', 200),
  }),
  'undo-return': reason,
  'confirm-identity': z.object({ person: z.string().max(40) }),
  'sign-scans': z.object({ scans: z.array(signedScan).min(1, 'scans-missing').max(40) }),
  'move-to-version': z.object({
    from: z.number().int(),
    to: z.number().int(),
    reason: words('reason-missing'),
    ground: words('ground-missing', 500),
    by: words('officer-missing', 200),
    due: z
      .custom<Due>((value) => typeof value === 'object' && value !== null)
      .nullable()
      .default(null),
    counted: z
      .custom<Counted>((value) => value !== undefined && value !== null)
      .nullable()
      .default(null),
    /** Where a dossier on a plan goes on. */
    moved: z.custom<MovedPlan>((value) => typeof value === 'object' && value !== null).optional(),
  }),
  'move-authority': z.object({
    to: z.custom<UnitId>((value) => typeof value === 'string'),
    stays: z.boolean(),
    decision: words('reason-missing', 200),
    on: z.custom<PlainDate>((value) => typeof value === 'string' && isPlainDate(value)),
    move: uuid,
  }),
  'fire-timer': nothing,
  'receive-message': z.object({ message: words('message-missing', 200), note: maybeWords }),
  'open-call': z.object({
    call: z.string().max(12),
    dossier: z.object({ homeUnit: uuid, id: uuid, code: z.string().max(60) }),
    papers: z
      .array(z.object({ demand: z.string().max(80), title: z.string(), sha256: z.string().max(64) }))
      .readonly()
      .optional(),
  }),
  'end-call': z.object({ dossier: uuid, outcome: z.enum(['granted', 'refused', 'declined', 'stopped']) }),
  undo: z.object({
    reason: words('reason-missing'),
    since: z.coerce.number().int('nothing-to-undo').min(1, 'nothing-to-undo'),
    upTo: z.coerce.number().int('nothing-to-undo').min(2, 'nothing-to-undo'),
  }),
} as const satisfies Record<Intent, z.ZodType>;

export type InputOf<I extends Intent> = z.output<(typeof inputs)[I]>;
