import { fold } from '#capabilities/dossiers';
import type {
  ApologyValues,
  RefusalValues,
  ResidenceGuidanceValues,
  ResidenceRefusalValues,
  StopValues,
  SupplementValues,
} from '#capabilities/papers';
import { placeWords } from '../place-words.ts';
import { capacityOf } from './capacity.ts';
import { dossierValues, headOf, localMoment, numberOf, submitterValues } from './head.ts';
import { lastAct, type Made } from './made.ts';
import { type PaperPlaces, type PaperSource, unitOf } from './source.ts';
import { dueMomentOf, feesInWords, stageInWords } from './words.ts';

/** Form 02, or CT05: the last request for more papers, each with its reason. */
export function supplementRequest(
  source: PaperSource,
  places: PaperPlaces,
): Made<Partial<SupplementValues & ResidenceGuidanceValues>> | undefined {
  const asked = lastAct(source, 'supplement-requested');
  if (!asked) return undefined;
  const { papers, reason, until } = asked.payload;
  return {
    at: asked.at,
    values: {
      ...headOf(places, asked.actorUnit ?? source.state.receiver, asked.at),
      ...dossierValues(source, places),
      ...submitterValues(source),
      number: numberOf(source),
      request: source.procedureName,
      missing: papers.map((paper) => ({ name: paper.title, reason: paper.reason })),
      reason,
      answer_by: until,
      contact_name: asked.actorName,
      contact_phone: places.helpPhone,
    },
  };
}

/** Form 03, or CT06: why the dossier was not received. */
export function refusal(
  source: PaperSource,
  places: PaperPlaces,
): Made<Partial<RefusalValues & ResidenceRefusalValues>> | undefined {
  const declined = lastAct(source, 'declined');
  if (!declined) return undefined;
  const unit = declined.actorUnit ?? source.state.receiver;
  const person = declined.actorKind === 'officer' ? declined.actorName : unitOf(places, unit).name;
  return {
    at: declined.at,
    values: {
      ...headOf(places, unit, declined.at),
      ...dossierValues(source, places),
      ...submitterValues(source),
      number: numberOf(source),
      request: source.procedureName,
      reason: declined.payload.reason,
      guidance: `Ông/Bà có thể nộp lại hồ sơ đầy đủ tại ${placeWords(places.kind, 'vi').anyCentre}.`,
      receiver_name: person,
      signer_capacity: capacityOf(places, unit),
      signer_name: person,
    },
  };
}

/** Form 04: apology with the promise that is broken and the new one. */
export function apology(source: PaperSource, places: PaperPlaces): Made<ApologyValues> | undefined {
  const said = lastAct(source, 'apologised');
  if (!said) return undefined;
  const before = fold(source.acts.filter((act) => act.seq < said.seq));
  const [due, newDue] = [dueMomentOf(before.due), dueMomentOf(said.payload.due)];
  if (due === undefined || newDue === undefined || before.acceptedAt === undefined) return undefined;
  const unit = said.actorUnit ?? source.state.holder;
  return {
    at: said.at,
    values: {
      ...headOf(places, unit, said.at),
      ...dossierValues(source, places),
      number: numberOf(source),
      owner_name: source.ownerName,
      procedure_name: source.procedureName,
      received_at: localMoment(before.acceptedAt),
      due_at: localMoment(due),
      new_due_at: localMoment(newDue),
      responsible_agency: unitOf(places, source.state.competent).name,
      reason: said.payload.reason,
      signer_capacity: capacityOf(places, unit),
      signer_name: said.actorName,
    },
  };
}

/** Form 05: that and why the work on a dossier was stopped. */
export function stopNotice(source: PaperSource, places: PaperPlaces): Made<StopValues> | undefined {
  const stopped = lastAct(source, 'stopped');
  if (!stopped) return undefined;
  const before = fold(source.acts.filter((act) => act.seq < stopped.seq));
  const asked = stopped.payload.ground === 'withdrawal' ? lastAct(source, 'withdrawal-requested') : undefined;
  const unit = stopped.actorUnit ?? source.state.holder;
  return {
    at: stopped.at,
    values: {
      ...headOf(places, unit, stopped.at),
      ...dossierValues(source, places),
      number: numberOf(source),
      owner_name: source.ownerName,
      ...(source.applicant.address ? { owner_address: source.applicant.address } : {}),
      procedure_name: source.procedureName,
      received_at: localMoment(before.acceptedAt ?? before.submittedAt),
      ...(asked ? { asked_at: localMoment(asked.at), asked_by: asked.actorName || source.ownerName } : {}),
      stage: stageInWords[asked && before.resumeTo ? before.resumeTo : before.stage],
      reason: stopped.payload.reason,
      money_state: feesInWords(source),
      signer_capacity: capacityOf(places, unit),
      // A person who withdraws before acceptance ends it alone: the unit gives notice of it.
      signer_name: stopped.actorKind === 'officer' ? stopped.actorName : unitOf(places, unit).name,
    },
  };
}
