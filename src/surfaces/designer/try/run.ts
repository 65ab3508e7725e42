import type { DesignServices, DraftContent } from '#capabilities/catalogue';
import { costsOfTried, type RunOn, type SavedRun, type Tried, toldOf, tryOut } from '#capabilities/dossiers';
import { expandDefinition, inventAnswers, type ProcedureDefinition } from '#capabilities/forms';
import type { UnitId } from '#kernel/ids';
import { inLocale, type LocalText } from '#kernel/text';
import { type Instant, instantAt } from '#kernel/time';
import type { Doors } from '#surfaces/shared';
import { readDiagram } from '../diagram/diagram.ts';
import type { Asked, PersonaId } from './asked.ts';
import { paces, personas, type TriedPerson } from './personas.ts';

/** A run of one persona, with everything that it was made of. */
export interface PlayedRun {
  readonly person: TriedPerson & { readonly id: PersonaId };
  readonly definition: ProcedureDefinition;
  readonly tried: Tried;
  /** What the person was told, and when. */
  readonly told: readonly ToldInRun[];
  /** All that is needed to run it again, but for its end. */
  readonly again: Omit<SavedRun, 'id' | 'name' | 'end'>;
}
export interface ToldInRun {
  readonly at: Instant;
  readonly moment: string;
  readonly title: LocalText;
  readonly body: LocalText;
}

const opensAt = 9 * 60;

/** The draft as dossiers would be judged by it: blocks laid out, decision tables ready, its diagram as a plan. */
export interface ReadyDraft extends RunOn {
  readonly content: DraftContent;
}
export async function readyDraft(
  doors: Doors,
  services: Pick<DesignServices, 'definitionOf'>,
  content: DraftContent,
): Promise<ReadyDraft> {
  const definition = expandDefinition(await services.definitionOf(content));
  const diagram = content.workflow === undefined ? undefined : await readDiagram(content.workflow);
  const plan = diagram?.ok && diagram.value.branching ? diagram.value.plan : undefined;
  return { content, definition, lists: doors.services.lists, plan };
}

/** Plays one persona through the draft; pure but for the calendar of the head office, and stored nowhere. */
export async function play(
  doors: Doors,
  { content, definition, lists, plan }: ReadyDraft,
  asked: Asked,
  id: PersonaId,
): Promise<PlayedRun> {
  const person = personas.find((each) => each.id === id) ?? personas[0];
  const pace = paces.find((each) => each.id === asked.pace) ?? paces[1];
  const directory = await doors.units.directory();
  const calendar = await doors.services.calendarOf(directory.head()?.id as UnitId);
  const facts = { today: asked.from, channel: person.channel, representing: 'self' };
  const answers = inventAnswers(
    definition.form,
    { today: asked.from, lists, facts },
    person.seed + asked.round * 7919,
  );
  const again: PlayedRun['again'] = {
    persona: { name: inLocale(person.name, 'vi'), channel: person.channel, answers },
    road: asked.road,
    pace: pace.times,
    elsewhere: asked.place === 'xa',
    startAt: instantAt(asked.from, opensAt),
  };
  const tried = tryOut({
    definition,
    calendar,
    lists,
    persona: { name: again.persona.name, channel: person.channel, answers },
    road: again.road,
    pace: again.pace,
    elsewhere: again.elsewhere,
    startAt: again.startAt,
    ...(plan ? { plan } : {}),
  });
  return { person, definition, tried, told: toldIn(doors, content, definition, tried), again };
}

/** The code under which tried dossiers go; no real one ends so. */
export const triedCode = 'THU-000000-0001';

function toldIn(
  doors: Doors,
  { templates = {} }: DraftContent,
  definition: ProcedureDefinition,
  { story, filing }: Tried,
): readonly ToldInRun[] {
  const shelf = doors.messages.with(templates);
  return story.flatMap(({ act, at, state }, index) => {
    const told = toldOf(act, {
      acts: story.slice(0, index + 1).map((each) => each.act),
      state,
      costs: costsOfTried(filing),
    });
    if (!told) return [];
    const { title, body } = shelf.write(told.moment, {
      ...told.words,
      code: triedCode,
      procedure: definition.name,
      unit: unitInWords(told.unit),
      link: `${doors.place.publicUrl}/tra-cuu?ma=${triedCode}`,
    } as never);
    return [{ at, moment: told.moment, title, body }];
  });
}

export const unitInWords = (unit: string): LocalText =>
  unit.endsWith('1')
    ? { vi: 'Nơi tiếp nhận', en: 'The receiving centre' }
    : unit.endsWith('a')
      ? { vi: 'Đơn vị được hỏi', en: 'The unit that is asked' }
      : { vi: 'Cơ quan giải quyết', en: 'The deciding unit' };
