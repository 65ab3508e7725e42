import { walk } from '../support/tree.ts';

/** A set of test files that run together, with the minutes they may take. */
export interface Suite {
  readonly name: string;
  readonly matches: (file: string) => boolean;
  readonly budgetMinutes: number;
  /** How many files run at the same time; two cores carry two. */
  readonly atOnce: number;
  /** Files share a process: faster to start by far, for tests that touch nothing outside themselves. */
  readonly oneProcess?: boolean;
  /** Files that share a process are at most so many: each brings a database of its own. */
  readonly mostTogether?: number;
  /** Needs what `test/support/prepare.ts` sets up: a database and its templates. */
  readonly prepared?: boolean;
  /** May be without files. */
  readonly optional?: boolean;
}

const named = (pattern: RegExp) => (file: string) => pattern.test(file);
const special = /\.(db|page|scopes)\.test\.ts$/;
const isContract = named(/^src\/integrations\/.*contract\.test\.ts$/);

const kills = named(/^test\/faults\/(processes|cuts|link|money-kills)\.test\.ts$/);

/** Minutes of the quick checks. */
export const checkMinutes = 0.8;

/** In this order; with the checks at most 15 minutes on two cores. */
export const suites: readonly Suite[] = [
  {
    name: 'rules',
    matches: (file) =>
      /^(src|test\/house)\/.*\.test\.ts$/.test(file) && !special.test(file) && !isContract(file),
    budgetMinutes: 1.75,
    atOnce: 2,
    oneProcess: true,
  },
  { name: 'contracts', matches: isContract, budgetMinutes: 0.25, atOnce: 2, prepared: true },
  {
    name: 'database',
    matches: named(/^(src|test\/house)\/.*\.db\.test\.ts$/),
    budgetMinutes: 2.25,
    atOnce: 2,
    prepared: true,
  },
  {
    name: 'permissions',
    matches: named(/^(src|test)\/.*\.scopes\.test\.ts$/),
    budgetMinutes: 0.12,
    atOnce: 2,
    prepared: true,
  },
  {
    name: 'pages',
    matches: named(/^(src|test)\/.*\.page\.test\.ts$/),
    budgetMinutes: 1.8,
    atOnce: 2,
    oneProcess: true,
    mostTogether: 8,
    prepared: true,
  },
  {
    name: 'journeys',
    matches: named(/^test\/journeys\/.*\.journey\.ts$/),
    budgetMinutes: 4.5,
    atOnce: 2,
    prepared: true,
  },
  {
    name: 'faults-small',
    matches: (file) => /^test\/faults\/[\w-]+\.test\.ts$/.test(file) && !kills(file),
    budgetMinutes: 1.35,
    atOnce: 1,
    prepared: true,
  },
  // Each on a database of its own that it kills, freezes or cuts off: one after the other, for they measure time.
  { name: 'kills-small', matches: kills, budgetMinutes: 1.6, atOnce: 1 },
  // Each build prepares itself: a copy of the tree and a database made from the copy's migrations.
  {
    name: 'broken-builds',
    matches: named(/^test\/faults\/broken\/.*\.test\.ts$/),
    budgetMinutes: 0.57,
    atOnce: 1,
  },
];

const files = (base: string): string[] =>
  ['src', 'test'].flatMap((folder) => walk(`${base}/${folder}`).map((name) => `${folder}/${name}`));

/** Files of a suite: each test file belongs to the first suite that knows it. */
export const filesOf = (suite: Suite, base: string): string[] =>
  files(base).filter((file) => suiteOf(file) === suite);

export const suiteOf = (file: string): Suite | undefined => suites.find((suite) => suite.matches(file));

/** Test files that no suite runs: they would be green for ever. */
export const forgottenFiles = (base: string): string[] =>
  files(base).filter((file) => /\.(test|journey)\.ts$/.test(file) && suiteOf(file) === undefined);
