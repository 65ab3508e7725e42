import type { DraftContent } from '#capabilities/catalogue';
import { triedCharges, triedCompetent, triedReceiver } from '#capabilities/dossiers';
import type { Unit } from '#capabilities/organisations';
import { openOwnPapers } from '#capabilities/papers';
import type { UnitId } from '#kernel/ids';
import { inLocale, type Locale } from '#kernel/text';
import type { Doors, PaperPlaces, PaperSource } from '#surfaces/shared';
import { type PlayedRun, triedCode } from './run.ts';

export const applicantOf = ({ person }: PlayedRun) => ({
  name: inLocale(person.name, 'vi'),
  personalNumber: '089190000001',
  phone: '0912 345 678',
  address: 'Ấp Thử, xã Thử',
});

/** The tried dossier as its papers see it: the acts and the state that the run came to, at its end or after so many acts. */
export function sourceOfRun(run: PlayedRun, acts?: number): PaperSource | undefined {
  const { definition, tried } = run;
  const { rules, filing } = tried;
  const story = acts === undefined ? tried.story : tried.story.slice(0, acts);
  const state = story.at(-1)?.state;
  if (!state || !rules) return undefined;
  const applicant = applicantOf(run);
  return {
    code: triedCode,
    secret: 'THU00000',
    procedureName: inLocale(definition.name, 'vi') || definition.code,
    ownerName: applicant.name,
    applicant,
    documents: filing.demands
      .filter(({ group }) => group === 'submit')
      .map((demand) => ({
        id: demand.id,
        title: demand.name.vi,
        source: 'paper',
        originals: 1,
        copies: 0,
        seq: 1,
        replacedBy: null,
      })),
    answers: filing.answers,
    state,
    charges: triedCharges(filing, state, tried.story[0]?.at ?? 0, definition.version),
    acts: story.map(({ act }) => act),
    rules,
  };
}

/** Real units lend their names: a commune centre receives, a committee (or the head office) decides, and whoever the plan names is asked. */
export async function placesOfRun(
  doors: Doors,
  content: DraftContent,
  language: Locale,
  asked: Readonly<Record<string, UnitId>> = {},
): Promise<PaperPlaces> {
  const directory = await doors.units.directory();
  const head = directory.head();
  const receiver = directory.centres().at(-1) ?? head;
  const competent = directory.ofKind('commune-committee')[0] ?? head;
  const named = new Map<UnitId, Unit | undefined>();
  for (const [name, id] of Object.entries(asked)) {
    const found = competent && (await doors.services.unitNamed(name, competent.id));
    named.set(id, found && directory.byId(found));
  }
  const standIn = (id: UnitId): Unit | undefined =>
    id === triedReceiver
      ? receiver
      : id === triedCompetent
        ? competent
        : (named.get(id) ?? directory.byId(id));
  return {
    directory: {
      ...directory,
      byId: standIn,
      get: (id) => standIn(id) ?? directory.get(id),
      parentOf: (id) => {
        const unit = standIn(id);
        return unit && directory.parentOf(unit.id);
      },
      nameOn: (id, day) => {
        const unit = standIn(id);
        return unit ? directory.nameOn(unit.id, day) : '';
      },
    },
    own: openOwnPapers(content.templates ?? {}),
    language,
    lists: doors.services.lists,
    kind: doors.place.kind,
    seat: doors.place.seat,
    publicUrl: doors.place.publicUrl,
    helpPhone: doors.place.helpPhone,
  };
}
