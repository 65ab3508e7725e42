export interface Result {
  readonly level: string;
  /** Folder of the suite. */
  readonly area: string;
  readonly id: string;
  /** Why it does not pass; absent when it does. */
  readonly miss?: string;
}

/** Areas that we do not claim, and why. */
const left: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/external-java/, 'Functions of Java: never; a procedure runs no code of a file.'],
  [/decision-services|no-decision-logic/, 'Decision services: refused by name.'],
  [/import/, 'Imports of other files: a package is whole in itself.'],
  [/boxed-(conditional|filter|for|some|every)/, 'Boxed expressions of DMN 1.4 and later: refused by name.'],
  [/range-function/, 'The function `range`, of DMN 1.5.'],
  [
    /lambda|user-defined-functions/,
    'Functions as values: their cost cannot be bounded. Knowledge models take their place.',
  ],
  [/now-function|today-function/, 'The clock of the machine: `today` is a name that is handed in.'],
];
const reasonLeft = (area: string): string | undefined => left.find(([pattern]) => pattern.test(area))?.[1];

const share = (results: readonly Result[]): string => {
  const passed = results.filter((result) => result.miss === undefined).length;
  return `${passed} of ${results.length} (${((100 * passed) / Math.max(1, results.length)).toFixed(1)} %)`;
};

const inOrder = <T>(
  items: readonly T[],
  key: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] =>
  Object.entries(Object.groupBy(items, key)).map(([name, group]) => [name, group ?? []] as const);

/** Areas are called as the suite calls them, without the number of their folder. */
const title = (area: string): string =>
  area
    .replace(/^\d+-/, '')
    .replace(/^feel-/, '')
    .replaceAll('-', ' ');

function misses(results: readonly Result[]): string {
  return inOrder(
    results.filter((result) => result.miss !== undefined),
    (result) => result.area,
  )
    .map(([area, group]) => {
      const reasons = inOrder(group, (result) => result.miss ?? '').map(
        ([reason, cases]) => `${reason}: ${cases.map(({ id }) => `\`${id}\``).join(', ')}`,
      );
      return `* **${area}**\n${reasons.map((line) => `  * ${line}`).join('\n')}`;
    })
    .join('\n');
}

/** The page: totals, rates per area, areas that are not claimed, and each miss by its name. */
export function report(results: readonly Result[]): string {
  const claimed = results.filter(({ area }) => reasonLeft(area) === undefined);
  const areas = inOrder(claimed, ({ level, area }) => `${level}/${area}`);
  const whole = areas.filter(([, group]) => group.every((result) => result.miss === undefined));
  const partly = areas.filter(([, group]) => group.some((result) => result.miss !== undefined));
  const named = (group: readonly Result[]): string => title(group[0]?.area ?? '');
  const unclaimed = left.map(([pattern, reason]) => {
    const group = results.filter(({ area }) => pattern.test(area));
    return `* ${reason} ${share(group)} pass.`;
  });
  return `# FEEL and DMN: what conforms

Written by \`node test/conformance/dmn-tck.ts <folder>\` from the published cases of the DMN Technology Compatibility Kit
(levels 2 and 3; one row is one expected result). A decision that is refused counts as a miss, and is told with the code of its refusal; a case
that expects null is also met by a refusal while deciding, for the standard has only null to say no.

| | pass |
| --- | --- |
| Level 2 | ${share(claimed.filter(({ level }) => level === '2'))} |
| Level 3, areas that we claim | ${share(claimed.filter(({ level }) => level === '3'))} |
| All cases of both levels | ${share(results)} |

## Areas that we claim

Without a miss (${whole.length}): ${whole.map(([, group]) => `${named(group)} (${group.length})`).join(', ')}.

| Area | pass |
| --- | --- |
${partly.map(([, group]) => `| ${named(group)} | ${share(group)} |`).join('\n')}

## Areas that we do not claim

${unclaimed.join('\n')}

## Each miss in a claimed area

Codes that begin with \`feel-\` are refusals on purpose, before anything runs: \`feel-range\` and \`feel-too-costly\` (the number of steps
is not known, or too high), \`feel-partial\` (a loop over its own results), \`feel-call\` (a function that is not known), \`feel-pattern\` (a
pattern that is not written out, or that a linear engine cannot run), \`feel-number\` (a number with an exponent). "Another value" is
mostly years beyond 9999 or before 0, fractions of seconds, and arithmetic of durations with numbers.

${misses(claimed)}
`;
}
