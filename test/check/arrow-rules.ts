import type { IForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser';
import { type Floor, type Plan, roomsOf } from '../support/plan.ts';

/** Tests and builders of test data: they may lean on test support, and nothing that ships may lean on them. */
const testing = String.raw`(\.test\.ts$|/testing(/|\.ts$))`;
const doors = String.raw`^src/capabilities/[^/]+/index\.ts$`;
const builders = String.raw`^src/capabilities/[^/]+/testing/builders\.ts$`;
const supportOfTests = ['^test/support/', String.raw`^src/platform/[^/]+/testing(/|\.ts$)`];

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

type Rule = IForbiddenRuleType & { readonly name: string; readonly comment: string };

/** The arrows of `house.plan.json` as rules of dependency-cruiser; `comment` says what to do instead. */
export const arrowRules = (plan: Plan): readonly Rule[] => [
  ...plan.floors.flatMap((floor) => floorRules(floor, plan)),
  ...pipeRules(plan),
  ...everywhere,
];

/** Where an entry of `mayImport` leads: always to a door, save for the kernel, which has none. */
function targets(entry: string, plan: Plan): string[] {
  if (entry === 'doors') return [doors];
  if (entry === 'ports') return [String.raw`^src/capabilities/[^/]+/ports\.ts$`];
  const floor = plan.floors.find((known) => known.name === entry);
  if (floor === undefined) return [String.raw`^src/${escape(entry)}/index\.ts$`];
  if (entry === 'kernel') return [`^${floor.path}/`];
  if (entry === 'platform') return [String.raw`^${floor.path}/[^/]+/index\.ts$`];
  return [String.raw`^${floor.path}/index\.ts$`];
}

function floorRules(floor: Floor, plan: Plan): Rule[] {
  if (floor.mayImport.includes('*')) return [];
  const down = floor.mayImport.flatMap((entry) => targets(entry, plan));
  const comment = `${floor.name} may import only ${['itself', ...floor.mayImport].join(', ')}, by the door (index.ts).`;
  if (floor.name === 'capabilities') return roomRules(floor, plan, down);
  const divided = ['platform', 'integrations', 'surfaces'].includes(floor.name);
  const from = divided ? `^${floor.path}/([^/]+)/` : `^${floor.path}/`;
  const own = divided ? `^${floor.path}/$1/` : `^${floor.path}/`;
  // Pipes may join each other by their doors; surfaces and integrations know nothing of their neighbours.
  const beside = floor.name === 'platform' ? targets('platform', plan) : [];
  // A contract test runs the same cases on the simulator of the outside system.
  const simulators =
    floor.name === 'integrations' ? [String.raw`^src/integrations/[^/]+-simulator/index\.ts$`] : [];
  return pair(
    `floor-${floor.name}`,
    comment,
    from,
    [own, ...beside, ...down],
    [doors, builders, ...simulators],
  );
}

function roomRules(floor: Floor, plan: Plan, down: readonly string[]): Rule[] {
  const rooms = roomsOf(plan);
  const known = rooms.map(({ room }) => escape(room)).join('|');
  const each = rooms.flatMap(({ room, rank }) => {
    const lower = rooms
      .filter((other) => other.rank < rank)
      .map((other) => escape(other.room))
      .join('|');
    const below = lower === '' ? [] : [String.raw`^${floor.path}/(${lower})/index\.ts$`];
    const comment = `${room} stands on rank ${rank}: it may import kernel, platform and #capabilities/<room of a lower rank>. Turn the arrow with a port (ports.ts) or a reaction.`;
    const lowerBuilders = lower === '' ? [] : [String.raw`^${floor.path}/(${lower})/testing/builders\.ts$`];
    return pair(
      `room-${room}`,
      comment,
      `^${floor.path}/${escape(room)}/`,
      [`^${floor.path}/${escape(room)}/`, ...below, ...down],
      lowerBuilders,
    );
  });
  const comment = 'A room without a rank may import nothing: give it a rank in house.plan.json.';
  return [...each, ...pair('room-unknown', comment, `^${floor.path}/(?!(${known})/)`, [...down], [])];
}

/** One rule for what ships and a wider one for its tests. */
function pair(
  name: string,
  comment: string,
  from: string,
  allowed: readonly string[],
  alsoInTests: readonly string[],
): Rule[] {
  const to = (pathNot: readonly string[]) => ({ path: '^(src|test)/', pathNot: [...pathNot] });
  return [
    { name, comment, severity: 'error', from: { path: from, pathNot: testing }, to: to(allowed) },
    {
      name: `${name}-tests`,
      comment: `${comment} Tests may add test/support and builders.`,
      severity: 'error',
      from: { path: `${from}.*${testing}` },
      to: to([...allowed, ...alsoInTests, ...supportOfTests]),
    },
  ];
}

const pipeRules = (plan: Plan): Rule[] =>
  Object.entries(plan.pipes).map(([name, folder]) => ({
    name: `pipe-${name}`,
    comment: `One package per pipe: ${name} is imported only in ${folder}. Use what that folder offers.`,
    severity: 'error',
    from: { path: '^src/', pathNot: `^${escape(folder)}/` },
    to: { path: `(^|/)node_modules/(@types/)?${escape(name)}/` },
  }));

const rule = (
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): Rule => ({ name, comment, severity: 'error', from, to });

const everywhere: readonly Rule[] = [
  rule(
    'main-is-the-roof',
    'Nobody imports main: pass what you need as an argument from main/compose.ts.',
    { path: '^src/(?!main/)' },
    { path: '^src/main/' },
  ),
  rule(
    'kernel-has-no-packages',
    'The kernel is plain words: packages belong in a pipe of the platform.',
    { path: '^src/kernel/', pathNot: testing },
    { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg'] },
  ),
  rule(
    'tests-do-not-ship',
    'What ships imports no test and no builder: move the shared part out of testing/.',
    { path: '^src/', pathNot: testing },
    { path: [testing, '^test/'] },
  ),
  rule(
    'development-only',
    'What ships uses no development dependency: move it to dependencies or out of src.',
    { path: '^src/', pathNot: testing },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  ),
  rule(
    'browser-courtesy',
    'A *.browser.ts goes over the wire: it imports only what stands beside it in browser/, kernel, and the one library that its island is made for.',
    { path: String.raw`\.browser\.ts$` },
    {
      pathNot: [
        String.raw`\.browser\.ts$`,
        String.raw`/browser/[^/]+\.(?:ts|css)$`,
        '^src/kernel/',
        'node_modules/(?:bpmn|dmn)-js/',
      ],
    },
  ),
  rule(
    'no-cycle',
    'Files that import each other are one file, or hide a third: move the common part into a file of its own.',
    {},
    { circular: true },
  ),
  rule(
    'resolves',
    'This import leads nowhere: correct the path (with .ts) or install the package.',
    {},
    { couldNotResolve: true },
  ),
];
