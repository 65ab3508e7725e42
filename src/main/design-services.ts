import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type Catalogue,
  type DesignServices,
  draftFromNational,
  type LintWorld,
  lintProcedure,
  openPackageKey,
  type PrivateKey,
  plainWordsShape,
} from '#capabilities/catalogue';
import { openWork } from '#capabilities/dossiers';
import type { Competence } from '#capabilities/forms';
import type { UnitDirectory, Units } from '#capabilities/organisations';
import { type Clock, localDate } from '#kernel/time';
import { runnableFindings } from './runnable.ts';

export interface DesignParts {
  readonly units: Units;
  readonly catalogue: Pick<Catalogue, 'results'>;
  readonly clock: Clock;
  readonly root: string;
  readonly key: PrivateKey;
}

/** The one assembly of what the making of procedures leans on, for the web and the command line. */
export async function designServices(parts: DesignParts): Promise<DesignServices> {
  const words = await readFile(path.join(parts.root, 'samples/words/officialese.json'), 'utf8');
  const plainWords = plainWordsShape.parse(JSON.parse(words));
  return {
    key: openPackageKey(parts.key),
    draftFromNational: (record) => draftFromNational(record).content,
    lint: async (content) => [
      ...lintProcedure(content, await worldOf(parts, plainWords)),
      ...(await runnableFindings(content)),
    ],
    openWork,
  };
}

async function worldOf(
  { units, catalogue, clock }: DesignParts,
  plainWords: LintWorld['plainWords'],
): Promise<LintWorld> {
  const [directory, areas, results] = await Promise.all([
    units.directory(),
    units.areas(),
    catalogue.results(),
  ]);
  const communes = areas.communes(directory.head()?.adminCode ?? '');
  return {
    today: localDate(clock.now()),
    communes: communes.map(({ code, fullName }) => ({ code, name: fullName })),
    decides: (competence, commune) => decides(directory, competence, commune),
    plainWords,
    results,
  };
}

/** As `competentUnit` finds the unit of a dossier whose answers name this commune. */
function decides(directory: UnitDirectory, { level, department }: Competence, commune: string): boolean {
  switch (level) {
    case 'commune':
      return directory.committeeFor(commune) !== undefined;
    case 'commune-police':
      return directory.policeFor(commune) !== undefined;
    case 'provincial-police':
      return directory.ofKind('provincial-police').length > 0;
    case 'province':
    case 'ministry':
      return (department === undefined ? directory.head() : directory.byKey(department)) !== undefined;
  }
}
