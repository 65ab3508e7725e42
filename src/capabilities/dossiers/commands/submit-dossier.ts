import type { Assurance } from '#capabilities/forms';
import type { CitizenActor } from '#kernel/actor';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import type { Ctx } from '#platform/context';
import type { Draft } from '../queries/drafts.ts';
import { submitDossierRows } from '../queries/submit-dossier.ts';
import { formatDossierCode, newSecret } from '../rules/code.ts';
import { bodyOf, demandTitle, type Filing, owedFees } from '../rules/filing.ts';
import { answerByFor } from '../rules/rules-of-procedure.ts';
import { signActs, signatureOf } from '../rules/sign.ts';
import type { DossierServices } from '../services.ts';
import {
  type Applicant,
  chargesOfNew,
  type NewDocument,
  type NewDossier,
  rowsOfNewDossier,
} from './compose-dossier.ts';
import { findDraft } from './drafts.ts';
import { stillWeighs, type WeighedDraft, weighDraft } from './weigh-draft.ts';

/** Among the papers of a dossier: what its people signed. */
export const declarationDemand = '@to-khai-da-ky';

export interface Submitted {
  readonly homeUnit: string;
  readonly id: string;
  readonly code: string;
  /** False when this very submission had been made before: the first answer is given again. */
  readonly fresh: boolean;
}

/**
 * Turns a draft into a dossier, exactly once however often it is asked: the draft's own row is the key.
 * @param shownHash fingerprint of what the person saw when pressing the button.
 * @param shown the draft as a page has read and weighed it for this actor a moment ago; spares a second look. The database
 * compares its revision when it is claimed; on another day, or after a new definition, it is weighed anew.
 */
export async function submitDossier(
  ctx: Ctx,
  services: DossierServices,
  draftId: string,
  shownHash: string,
  applicant: Applicant,
  shown?: WeighedDraft,
): Promise<Outcome<Submitted>> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return refused({ code: 'not-yours' });
  const draft = shown?.draft ?? (await findDraft(ctx, draftId));
  if (!draft) return refused({ code: 'draft-unknown' });
  if (draft.dossier_id) return submittedBefore(ctx, actor, draft, shownHash);

  const definition = await services.procedure(draft.procedure_code, draft.procedure_version);
  const now = ctx.clock.now();
  const { filing, hash, words } =
    shown && stillWeighs(shown, definition, services.lists, now)
      ? shown
      : weighDraft(definition, draft, services.lists, now);
  const fault = faultOf(draft, actor, definition.assurance.identityPendingAllowed, filing);
  if (fault) return refused(fault);
  if (hash !== shownHash) return refused({ code: 'draft-changed' });

  const declared = await declarationFor(ctx, services, draft, definition.assurance, hash);
  if (!declared.ok) return declared;
  const receiver = draft.receiver_unit as UnitId;
  const competent = await services.competentUnit(definition, filing.answers, receiver, filing.facts);
  if (!competent) return refused({ code: 'no-competent-unit' });
  const [unit, decider, calendar, number] = await Promise.all([
    services.unit(receiver),
    services.unit(competent),
    services.calendarOf(receiver),
    services.takeNumber(receiver, localDate(now), 'dossier'),
  ]);
  const elsewhere = unit.place !== decider.place;
  const hindrance = await services.whyNotFiled({
    definition,
    channel: draft.channel,
    competent,
    elsewhere,
  });
  if (hindrance) return refused(hindrance);
  const signed = signActs(
    undefined,
    [
      {
        kind: 'submitted',
        payload: {
          channel: draft.channel,
          receiver,
          competent,
          identityPending: actor.guest,
          ...(elsewhere ? { elsewhere: true } : {}),
          delivery: draft.delivery.way ?? 'electronic',
          answerBy: answerByFor(calendar, now),
          fees: owedFees(filing.fees),
        },
      },
    ],
    now,
    signatureOf(actor, null),
  );
  const fresh: NewDossier = {
    id: uuidv7(now),
    code: formatDossierCode(services.codePattern, unit.code, localDate(now), number),
    secret: newSecret(),
    definition,
    procedureCode: draft.procedure_code,
    procedureName: definition.name.vi,
    person: actor.person,
    helperUnit: receiver,
    applicant,
    answers: filing.answers,
    documents: [
      ...draft.files.map((file) => ({
        demand: file.demand,
        title: demandTitle(filing.demands, file.demand),
        source: 'upload' as const,
        originals: 0,
        copies: 1,
        file,
      })),
      ...declared.value,
    ],
    draft: draft.id,
    purpose: '',
  };
  const rows = rowsOfNewDossier(fresh, signed.state, signed.acts, words, now);
  const charges = chargesOfNew(fresh, filing.fees, competent, now);
  const answer = await ctx.db.together.get(submitDossierRows, {
    person: actor.person,
    draft: draft.id,
    revision: draft.revision,
    hash,
    body: {
      ...rows,
      ...(charges.length > 0 ? { charges } : {}),
      audit: { id: uuidv7(now), request: ctx.requestId },
      event: { id: uuidv7(now), payload: { code: rows.dossier.code, seq: 1 } },
    },
  });
  if (answer.outcome === 'changed') return refused({ code: 'draft-changed' });
  if (answer.outcome === 'missing') return refused({ code: 'draft-unknown' });
  if (answer.outcome === 'altered')
    return refused({ code: 'submitted-otherwise', details: { code: answer.code ?? '' } });
  return done({
    homeUnit: answer.home_unit ?? '',
    id: answer.dossier_id ?? '',
    code: answer.code ?? '',
    fresh: answer.outcome === 'new',
  });
}

/** The signed text goes with the papers, where the procedure asks for signatures. */
async function declarationFor(
  ctx: Ctx,
  services: DossierServices,
  draft: Draft,
  { signed, coSigners = 0 }: Assurance,
  bodyHash: string,
): Promise<Outcome<readonly NewDocument[]>> {
  if (!signed || draft.channel !== 'online') return done([]);
  if (!services.signedDeclaration) return refused({ code: 'sign-not-offered' });
  const file = await services.signedDeclaration(ctx, draft.id, { bodyHash, others: coSigners });
  if (!file.ok) return file;
  return done([
    {
      demand: declarationDemand,
      title: 'Tờ khai đã ký số',
      source: 'upload',
      originals: 1,
      copies: 0,
      file: file.value,
    },
  ]);
}

function faultOf(
  draft: Draft,
  actor: CitizenActor,
  pendingAllowed: boolean,
  filing: Filing,
): Refusal | undefined {
  const page = filing.errors[0]?.page;
  if (page) return { code: 'answers-open', field: page, details: { pages: filing.errors.length } };
  if (filing.undecided) return filing.undecided;
  const paper = filing.missing[0];
  if (paper) return { code: 'papers-missing', field: paper.id, details: { papers: filing.missing.length } };
  if (!draft.receiver_unit) return { code: 'receiver-missing' };
  if (actor.guest && !pendingAllowed) return { code: 'identity-needed' };
  return undefined;
}

/** The retry of a submission, or another wish under the same key: the database answers, both texts are kept. */
async function submittedBefore(
  ctx: Ctx,
  actor: CitizenActor,
  draft: Draft,
  shownHash: string,
): Promise<Outcome<Submitted>> {
  const answer = await ctx.db.together.get(submitDossierRows, {
    person: actor.person,
    draft: draft.id,
    revision: draft.revision,
    hash: shownHash,
    body: { form: { at: ctx.clock.now(), hash: shownHash, body: bodyOf(draft, draft.answers) } },
  });
  if (answer.outcome !== 'same')
    return refused({ code: 'submitted-otherwise', details: { code: answer.code ?? '' } });
  return done({
    homeUnit: answer.home_unit ?? '',
    id: answer.dossier_id ?? '',
    code: answer.code ?? '',
    fresh: false,
  });
}
