import {
  type Applicant,
  addDraftFile,
  type DossierRef,
  type DraftFacts,
  factsOf,
  findDraft,
  receiveAtCounter,
  saveDraft,
  startDraft,
  submitDossier,
  weighDraft,
} from '#capabilities/dossiers';
import { type Answers, reachableAnswers, requiredDocuments } from '#capabilities/forms';
import { startGuest } from '#capabilities/identity';
import type { Actor } from '#kernel/actor';
import { type Outcome } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { plausibleAnswers } from './answers.ts';
import { castFor } from './cast.ts';
import { communeName } from './places.ts';
import { storyWords } from './story-words.ts';
import type { Teller } from './teller.ts';

function must<T>(outcome: Outcome<T>, teller: Teller, what: string): T {
  if (outcome.ok) return outcome.value;
  const { plan } = teller;
  throw new Error(
    `Sample dossier ${plan.index} (${plan.target}, ${plan.definition.code}): ${what} was refused, ${outcome.refusal.code} ${outcome.refusal.field ?? ''}`,
  );
}

function applicantOf({ plan }: Teller): Applicant {
  const { applicant } = plan;
  return {
    name: applicant.name,
    ...(plan.guest ? {} : { personalNumber: applicant.personalNumber, birthDate: applicant.birthDate }),
    ...(applicant.phone ? { phone: applicant.phone } : {}),
    ...(applicant.email ? { email: applicant.email } : {}),
    address: `${applicant.address.detail}, ${communeName(applicant.commune)}`,
  };
}

function answersOf(
  teller: Teller,
  facts: DraftFacts,
): { answers: Answers; given: ReturnType<typeof factsOf> } {
  const { plan, set, clock } = teller;
  const given = factsOf(plan.channel, facts, clock.now());
  const at = { today: localDate(clock.now()), number: plan.index + 1 };
  const cast = castFor(plan.definition, plan.applicant, set.town, at, plan.chance);
  const filling = { cast, facts: given, lists: set.services.lists, chance: plan.chance };
  return { answers: plausibleAnswers(plan.definition, filling), given };
}

/** Papers that must be handed in, with the number of the file that stands for each. */
function papersFor(teller: Teller, answers: Answers, given: ReturnType<typeof factsOf>) {
  const { plan, set } = teller;
  const reached = reachableAnswers(plan.definition.form, answers, given);
  return requiredDocuments(plan.definition, reached, given)
    .filter((demand) => demand.group === 'submit' && demand.required)
    .map((demand) => ({ demand, file: plan.chance.pick(set.papers) }));
}

/** Fills the draft as its person, adds the papers and sends it. */
export async function fileOnline(teller: Teller): Promise<DossierRef> {
  const { plan } = teller;
  teller.citizen = await citizenOf(teller);
  const ctx = teller.ctx(teller.citizen);
  const facts: DraftFacts = { representing: 'self' };
  const { answers, given } = answersOf(teller, facts);
  const started = { code: plan.definition.code, version: plan.definition.version, facts, answers };
  const draft = must(await startDraft(ctx, started), teller, 'the draft');
  const change = { receiver: plan.receiver, delivery: { way: plan.delivery } };
  must(await saveDraft(ctx, draft, change), teller, 'the choice of the centre');
  for (const { demand, file } of papersFor(teller, answers, given))
    must(await addDraftFile(ctx, draft, demand.id, file), teller, 'a paper');
  const saved = await findDraft(ctx, draft);
  if (!saved) throw new Error('A draft was lost');
  const { services } = teller.set;
  const weighed = weighDraft(plan.definition, saved, services.lists, teller.clock.now());
  const sent = await submitDossier(ctx, services, draft, weighed.hash, applicantOf(teller), weighed);
  const { homeUnit, id } = must(sent, teller, 'the submission');
  return { homeUnit, id };
}

async function citizenOf(teller: Teller): Promise<Actor> {
  const { applicant, guest } = teller.plan;
  if (!guest) return { kind: 'citizen', person: applicant.id, name: applicant.name, guest: false };
  const person = await startGuest(teller.ctx({ kind: 'public' }));
  return { kind: 'citizen', person, name: applicant.name, guest: true };
}

/** A walk-in or a letter, received by an officer of the centre. */
export async function fileAtCounter(teller: Teller): Promise<DossierRef> {
  const { plan, set } = teller;
  const officer = await set.officer(plan.receiver, 'one-stop-officer', plan.chance);
  const { answers, given } = answersOf(teller, {});
  const provincial = set.units.get(plan.receiver)?.kind === 'provincial-centre';
  const others = set.others(provincial ? 'province' : 'commune');
  const other = others.length > 0 ? plan.chance.pick(others) : plan.definition;
  const generic = plan.definition.code === 'generic';
  const received = await receiveAtCounter(teller.ctx(officer), set.services, {
    unit: plan.receiver,
    procedureCode: generic ? other.code : plan.definition.code,
    procedureVersion: generic ? 1 : plan.definition.version,
    procedureName: generic && typeof other.name === 'string' ? other.name : plan.definition.name.vi,
    channel: plan.channel === 'post' ? 'post' : 'direct',
    person: plan.applicant.id,
    applicant: applicantOf(teller),
    answers,
    papers: papersFor(teller, answers, given).map(({ demand, file }) => ({
      demand: demand.id,
      source: plan.chance.percent(70) ? ('scan' as const) : ('paper' as const),
      originals: demand.originals,
      copies: demand.copies,
      ...(plan.chance.percent(70) ? { file } : {}),
    })),
    delivery: plan.delivery,
    purpose: plan.chance.pick(storyWords().purposes),
  });
  const { homeUnit, id } = must(received, teller, 'the counter');
  const { applicant } = plan;
  teller.citizen = { kind: 'citizen', person: applicant.id, name: applicant.name, guest: false };
  return { homeUnit, id };
}
