import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type Catalogue,
  calledProcedures,
  type DesignServices,
  type DraftContent,
  draftFromNational,
  draftTables,
  type LintWorld,
  lintProcedure,
  type NationalProcedure,
  openPackageKey,
  type PrivateKey,
  plainWordsShape,
} from '#capabilities/catalogue';
import { openWork, planOfDiagram } from '#capabilities/dossiers';
import type { CodeLists, Competence, ProcedureDefinition } from '#capabilities/forms';
import { type Unit, type UnitDirectory, type Units, unitKinds } from '#capabilities/organisations';
import { loadTemplates } from '#capabilities/papers';
import type { Plan } from '#capabilities/workflow';
import { foldText } from '#kernel/text';
import { type Clock, localDate } from '#kernel/time';
import { decisionFindings } from './decision-findings.ts';
import { ownFindings } from './own-findings.ts';
import { runnableFindings } from './runnable.ts';

export interface DesignParts {
  readonly units: Units;
  readonly catalogue: Pick<Catalogue, 'results' | 'offer' | 'current' | 'definitionOf'>;
  readonly lists: CodeLists;
  readonly clock: Clock;
  readonly root: string;
  readonly key: PrivateKey;
}

/** The one assembly of what the making of procedures leans on, for the web and the command line. */
export async function designServices(parts: DesignParts): Promise<DesignServices> {
  const words = await readFile(path.join(parts.root, 'samples/words/officialese.json'), 'utf8');
  const papers = await loadTemplates(path.join(parts.root, 'samples/papers'));
  const drafted = draftTables();
  const plainWords = plainWordsShape.parse(JSON.parse(words));
  return {
    key: openPackageKey(parts.key),
    draftFromNational: (record) => firstDraft(parts.units, record),
    ...drafted,
    async lint(content) {
      const world = await worldOf(parts, plainWords, content);
      const definition = await drafted.definitionOf(content);
      const whole = { ...content, definition };
      const around = {
        tables: drafted.tables,
        lists: parts.lists,
        today: localDate(parts.clock.now()),
        world,
      };
      return [
        ...lintProcedure(whole, world),
        ...(await runnableFindings(content, await unitsOf(parts.units))),
        ...(await decisionFindings(content, definition, around)),
        ...ownFindings(whole, { papers, lists: parts.lists, plan: await planIn(content) }),
      ];
    },
    openWork,
  };
}

/** The record names the department of the ministry that handles it; where that is one of ours, the draft does too. */
async function firstDraft(units: Units, record: NationalProcedure): Promise<DraftContent> {
  const { content } = draftFromNational(record);
  const { definition } = content;
  if (definition.competence.level !== 'ministry') return content;
  const told = foldText(`${record.agency} ${record.authority}`);
  const department = (await units.directory())
    .ofKind('ministry-department')
    .find(({ name }) => told.includes(foldText(name)));
  if (!department) return content;
  const competence: Competence = { level: 'ministry', department: department.key };
  return { ...content, definition: { ...definition, competence } };
}

async function worldOf(
  { units, catalogue, clock }: DesignParts,
  plainWords: LintWorld['plainWords'],
  { definition: { code }, workflow }: DraftContent,
): Promise<LintWorld> {
  const [directory, areas, results, offer, called] = await Promise.all([
    units.directory(),
    units.areas(),
    catalogue.results(),
    catalogue.offer(),
    papersCalled(catalogue, workflow),
  ]);
  const communes = areas.communes(directory.head()?.adminCode ?? '');
  return {
    today: localDate(clock.now()),
    communes: communes.map(({ code, fullName }) => ({ code, name: fullName })),
    decides: (competence, commune) => {
      // An instance that has no units yet cannot say who decides.
      if (directory.head() === undefined) return true;
      // Where a decision moved authority to one unit, that one decides for every commune.
      const { unit, competence: now } = offer.authority(code, competence);
      const decider =
        unit === undefined ? decidingUnit(directory, now, commune) : directory.successorOf(unit);
      return decider !== undefined && offer.serviceLevel(code, 'full', decider.id) !== 'not-handled';
    },
    plainWords,
    results,
    papersOf: (each) => called.get(each),
  };
}

/** Procedures that a diagram calls, as they are offered; none for those that this instance does not know. */
async function papersCalled(
  catalogue: DesignParts['catalogue'],
  diagram = '',
): Promise<ReadonlyMap<string, ProcedureDefinition>> {
  const found = await Promise.all(
    calledProcedures(diagram).map(async (code) => {
      const offered = await catalogue.current(code);
      return offered && ([code, await catalogue.definitionOf(code, offered.version)] as const);
    }),
  );
  return new Map(found.filter((each) => each !== undefined));
}

/**
 * Names by which a diagram may ask a unit: keys of those that stand, and kinds. Where no unit stands yet, in an empty system that
 * takes packages in, none can be unknown.
 */
async function unitsOf(units: Units): Promise<(name: string) => boolean> {
  const directory = await units.directory();
  if (directory.head() === undefined) return () => true;
  return (name) => directory.byKey(name) !== undefined || unitKinds.some((kind) => kind === name);
}

/** What its dossiers would walk; a diagram that does not run is told by its own findings. */
async function planIn({ workflow }: DraftContent): Promise<Plan | undefined> {
  const plan = workflow === undefined ? undefined : await planOfDiagram(workflow);
  return plan?.ok ? plan.value : undefined;
}

/** As `competentUnit` finds the unit of a dossier whose answers name this commune. */
function decidingUnit(
  directory: UnitDirectory,
  { level, department }: Competence,
  commune: string,
): Unit | undefined {
  switch (level) {
    case 'commune':
      return directory.committeeFor(commune);
    case 'commune-police':
      return directory.policeFor(commune);
    case 'provincial-police':
      return directory.ofKind('provincial-police')[0];
    case 'province':
    case 'ministry': {
      const head = directory.head();
      if (head?.kind !== level) return undefined;
      return department === undefined ? head : directory.byKey(department);
    }
  }
}
