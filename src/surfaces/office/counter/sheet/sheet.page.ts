import { z } from 'zod';
import {
  actOnDossier,
  type DossierRef,
  dossierPermissions,
  openFees,
  receiveAtCounter,
  type StoredFile,
  unsignedScans,
  viewDossier,
  writeNote,
} from '#capabilities/dossiers';
import { ownShiftFromBefore } from '#capabilities/payments';
import { allows } from '#kernel/actor';
import { isUuid, uuidv7 } from '#kernel/ids';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { officeReply } from '../../core/frame.ts';
import { officerOf } from '../../core/officer.ts';
import { internalHref } from '../../internal/addresses.ts';
import { signScans } from '../../signing/index.ts';
import { sayIn } from '../../words/say.ts';
import { receivedHref, sheetHref } from '../addresses.ts';
import { applicantOf } from '../applicant/applicant.ts';
import { sentenceFor } from '../sentences.ts';
import { closedReply } from './closed.ts';
import { type Fault, faultsOf, paidWay } from './faults.ts';
import { gatherTicks, textOf } from './fields.ts';
import { addKept, recall, remember, takeScans, withRecent } from './kept.ts';
import { maySearchPeople, openSheet, receivingUnits, type Sheet, sheetFields } from './sheet.ts';
import { sheetView } from './sheet.view.ts';

const permission = dossierPermissions['dossiers.receive-at-counter'];
const code = z.string().regex(/^\d\.\d{6}$/);
const path = '/mot-cua/quay/:code';

/** One sheet for one walk-in; it is sent until everything is right, and then it is a dossier. */
export const sheetPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input: z.object({ code }),
    async handle(ctx, input) {
      const procedure = await doors.catalogue.current(input.code);
      if (!procedure) return problem('not-found');
      if (procedure.internal) return redirectTo(internalHref(procedure.code));
      const closed = await closedReply(ctx, doors, procedure);
      if (closed) return closed;
      const none = { scans: new Map<string, StoredFile>(), lookUp: false };
      const sheet = await openSheet(ctx, doors, officerOf(ctx), procedure, {}, none);
      return sheetReply(ctx, doors, sheet, { key: freshKey(ctx) });
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission,
    audit: 'dossier.submitted',
    multipart: true,
    input: z.object({ code }),
    handle: (ctx, input) => receive(ctx, doors, input.code),
  }),
];

/** Made when the sheet is shown: of all its sendings, at the same moment or later, one becomes a dossier. */
const freshKey = (ctx: PageCtx): string => uuidv7(ctx.clock.now());

async function receive(ctx: PageCtx, doors: Doors, code: string): Promise<Reply> {
  const { scans: sent, taken, refusals } = await takeScans(ctx, doors);
  const fields = gatherTicks(ctx.fields);
  const memory = recall(ctx);
  const posted = textOf(fields, sheetFields.key);
  const key = isUuid(posted) ? posted : freshKey(ctx);
  const before = memory.received.find(([known]) => known === key);
  if (before) return redirectTo(receivedHref(before[1]));
  const procedure = await doors.catalogue.current(code);
  if (!procedure) return problem('not-found');
  if (procedure.internal) return redirectTo(internalHref(procedure.code));
  const closed = await closedReply(ctx, doors, procedure);
  if (closed) return closed;

  const act = textOf(fields, sheetFields.act);
  const kept = { ...memory, scans: [...memory.scans, ...taken] };
  const scans = addKept(sent, fields, kept.scans);
  const actor = officerOf(ctx);
  const final = act === 'nhan';
  const sheet = await openSheet(ctx, doors, actor, procedure, fields, { scans, lookUp: act !== 'xem' });
  const faults = [
    ...refusals.map(({ field, outcome }) => ({
      field,
      text: outcome.ok ? '' : sentenceFor(outcome.refusal, ctx.locale),
    })),
    ...(final ? faultsOf(sheet, ctx.locale) : []),
    ...(final ? await tillFaults(ctx, sheet) : []),
  ];
  const again = async (wrong: readonly Fault[]) => {
    if (taken.length > 0) await remember(ctx, kept);
    return sheetReply(ctx, doors, sheet, { key, faults: wrong, scans, redrawn: !final });
  };
  if (!final || faults.length > 0) return again(faults);

  const delivery = textOf(fields, sheetFields.delivery);
  const received = await receiveAtCounter(ctx, doors.services, {
    unit: sheet.unit,
    procedureCode: procedure.code,
    procedureVersion: procedure.version,
    procedureName: procedure.name,
    channel: sheet.channel,
    person: sheet.person?.person ?? null,
    applicant: applicantOf(sheet.fields),
    answers: sheet.read.answers,
    papers: sheet.papers.papers,
    delivery: delivery === 'post' || delivery === 'electronic' ? delivery : 'counter',
    purpose: '',
    key,
  });
  if (!received.ok) {
    const { field = '' } = received.refusal;
    return again([{ field, text: sentenceFor(received.refusal, ctx.locale) }]);
  }
  await remember(ctx, {
    ...kept,
    recent: withRecent(memory.recent, code),
    received: [...memory.received, [key, received.value.code]],
  });
  const unsigned = received.value.again ? undefined : await afterwards(ctx, doors, sheet, received.value);
  return redirectTo(receivedHref(received.value.code, unsigned));
}

/**
 * The dossier stands; what follows may fail by itself and is then seen on its page as still to be done. Gives the reason why
 * scans that were to be signed are not.
 */
async function afterwards(
  ctx: PageCtx,
  doors: Doors,
  sheet: Sheet,
  ref: DossierRef,
): Promise<string | undefined> {
  await takeFee(ctx, doors, sheet, ref);
  return textOf(sheet.fields, sheetFields.signScans) === 'yes' ? signScansOf(ctx, doors, ref) : undefined;
}

async function signScansOf(ctx: PageCtx, doors: Doors, ref: DossierRef): Promise<string | undefined> {
  const view = await viewDossier(ctx, doors.services, ref);
  const papers = view ? unsignedScans(view.state, view.documents) : [];
  if (!view || papers.length === 0) return undefined;
  const { scans, refusal } = await signScans(ctx, doors, view.state.receiver, papers);
  if (scans.length === 0) return refusal?.code;
  const signed = await actOnDossier(ctx, doors.services, ref, 'sign-scans', { scans });
  return signed.ok ? refusal?.code : signed.refusal.code;
}

async function takeFee(ctx: PageCtx, doors: Doors, sheet: Sheet, ref: DossierRef): Promise<void> {
  const compared = [
    ...sheet.papers.compared.map((name) => `Đã đối chiếu bản chính hoặc tra cứu: ${name}.`),
    ...sheet.papers.papers
      .filter(({ source }) => source === 'register')
      .map(({ title = '' }) => `Đã tra cứu, không thu giấy: ${title}.`),
  ];
  if (compared.length > 0) await writeNote(ctx, ref, sheet.unit, compared.join('\n'));
  const way = paidWay(sheet);
  if (way === undefined || !mayTakeFee(ctx, sheet)) return;
  const view = await viewDossier(ctx, doors.services, ref);
  const fees = view ? openFees(view.state).map(({ id }) => id) : [];
  const receipt = textOf(sheet.fields, sheetFields.receipt).trim();
  const slip = way === 'card' ? textOf(sheet.fields, sheetFields.slip).trim().slice(0, 60) : '';
  if (fees.length > 0) await actOnDossier(ctx, doors.services, ref, 'take-fee', { fees, way, receipt, slip });
}

/** Money that could not be entered is not said to be taken: the own till of an earlier day is counted first. */
async function tillFaults(ctx: PageCtx, sheet: Sheet): Promise<readonly Fault[]> {
  if (paidWay(sheet) === undefined || !mayTakeFee(ctx, sheet)) return [];
  if (!(await ownShiftFromBefore(ctx, [sheet.unit]))) return [];
  return [{ field: sheetFields.fee, text: sentenceFor({ code: 'shift-from-before' }, ctx.locale) }];
}

const mayTakeFee = (ctx: PageCtx, sheet: Sheet): boolean =>
  allows(ctx.actor, dossierPermissions['dossiers.take-fee'], sheet.unit);

interface Again {
  readonly key: string;
  readonly faults?: readonly Fault[];
  readonly scans?: ReadonlyMap<string, StoredFile>;
  readonly redrawn?: boolean;
}

async function sheetReply(ctx: PageCtx, doors: Doors, sheet: Sheet, again: Again): Promise<Reply> {
  const { key, faults = [], scans = new Map(), redrawn = false } = again;
  const say = sayIn(ctx.locale);
  const actor = officerOf(ctx);
  const directory = await doors.units.directory();
  const main = sheetView({
    sheet,
    say,
    locale: ctx.locale,
    hidden: csrfField(ctx),
    action: `${sheetHref(sheet.procedure.code)}?_csrf=${encodeURIComponent(ctx.csrf)}`,
    key,
    units: receivingUnits(actor).map((unit) => ({ value: unit, text: directory.byId(unit)?.name ?? '' })),
    faults,
    scans,
    fileRule: doors.files.rule[ctx.locale],
    maxUpload: doors.place.maxUpload,
    mayLookUp: maySearchPeople(actor),
    mayTakeFee: mayTakeFee(ctx, sheet),
    signs: doors.signing !== undefined,
    redrawn,
  });
  const title = `${faults.length > 0 ? say('Lỗi: ', 'Error: ') : ''}${sheet.procedure.name}`;
  return officeReply(ctx, doors, { title, main, status: faults.length > 0 ? 422 : 200 });
}
