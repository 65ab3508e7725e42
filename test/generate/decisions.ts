import { type DecisionId, decisionIds, factsFor, outputsOf } from '#capabilities/forms';
import { type Generator, generatedNote, referenceFolder } from './generator.ts';

const facts: Readonly<Record<string, string>> = {
  channel: '`"online"`, `"direct"`, `"post"`',
  case: 'id of the case',
  today: 'day of filing, as text `"2026-11-22"`',
  representing: '`"self"`, `"other"`, `"business"`',
  relation: 'to the person represented',
  registers: 'list of registers that answered',
  exemptions: 'list of exemptions granted by an officer',
};

const columns: Readonly<Record<string, string>> = {
  'fees.id': 'a fee of the definition; may be left out where there is only one',
  'fees.amount': 'whole đồng, for all units together',
  'fees.count': 'units, shown only',
  'fees.ground': 'the basis of the fee when silent',
  'fees.exemption': 'an exemption of that fee: nothing is owed',
  'competence.level': 'commune, province, commune-police, provincial-police, ministry',
  'competence.department': 'key of a unit',
  'competence.commune': 'code of a commune',
  'eligibility.passes': 'false stops the way',
  'eligibility.reason': 'question whose sentence is said; needed where `passes` is false',
  'documents.id': 'a paper of the definition',
  'documents.required': 'overrules the paper’s own word',
  'deadline.value': 'a number above 0',
  'deadline.unit': 'working_day, day, hour, month',
  'deadline.sameDay': 'back the same day; received after 15:00, the next',
  'deadline.ground': 'the law that gives it',
};

const said = (words: Readonly<Record<string, string>>, name: string): string => {
  const text = words[name];
  if (text === undefined) throw new Error(`docs/reference/decisions.md has no words for ${name}`);
  return text;
};
const one = new Set<DecisionId>(['deadline', 'competence']);

const factRows = (): string =>
  Object.keys(facts)
    .map((name) => {
      const known = decisionIds.filter((id) => factsFor[id].includes(name));
      return `| \`${name}\` | ${said(facts, name)} | ${known.length === decisionIds.length ? 'all' : known.join(', ')} |`;
    })
    .join('\n');

const columnRows = (): string =>
  decisionIds
    .flatMap((id) =>
      outputsOf[id].map(
        ({ name, type, required }) =>
          `| \`${id}\` | ${required ? `**\`${name}\`**` : `\`${name}\``} | ${type} | ${said(columns, `${id}.${name}`)} | ${one.has(id) ? 'one' : 'any'} |`,
      ),
    )
    .join('\n');

/** What decision tables of a procedure may ask and give, from the very names that are checked at publication. */
export const decisionsPage: Generator = {
  name: 'decisions',
  make: () => ({ [`${referenceFolder}/decisions.md`]: page() }),
};

const page = (): string => `${generatedNote}
# Decision tables of a procedure

A procedure may bring a file of decision tables (DMN 1.3, FEEL cells), drawn in the designer at \`/thiet-ke/<draft>/quyet-dinh\` or in
any DMN tool. Tables are found by the **id of the decision**; other decisions of the file are helpers that these lean on. What is not
in this page is refused at publication with the name that does not fit.

| id | decides | relation to the definition |
| --- | --- | --- |
| \`fees\` | which fees are owed, and how much | **replaces** amounts, channels, conditions, dates and counts of \`fees[]\`; name, kind, moment and exemptions of a fee stay, found by its id |
| \`documents\` | which papers are asked for | **replaces** \`if\` and \`cases\` of \`documents[]\`; all else about a paper stays, found by its id |
| \`deadline\` | the legal time | **goes before** \`time[]\`; where no row hits, \`time[]\` counts. Which channels are offered is said by \`time[]\` alone |
| \`competence\` | the level, department or commune that decides | **goes before** \`competence\`; where no row hits, \`competence\` counts. A decision that moved authority goes before both |
| \`eligibility\` | which questions of the pre-check stop the way | **replaces** \`passIf\`; where no row hits, \`passIf\` counts. Advice stays advice |

## What a table may ask

Answers, by the id of their question (\`soTrang\`, \`truSo.commune\`; an unanswered question is null), and these facts, by their name or
under \`fact\` as in conditions of a form:

| fact | meaning | known to |
| --- | --- | --- |
${factRows()}

The time of an open dossier is asked for again after every wait, so nothing that changes with the day is known to \`deadline\`. In
\`eligibility\` the names are the ids of the pre-check with \`_\` for \`-\` (\`du_tuoi\`), their values \`"yes"\` and \`"no"\`.

## What a table gives

| id | output column (required in bold) | type | meaning | rows |
| --- | --- | --- | --- | --- |
${columnRows()}

Types are \`string\`, \`number\`, \`boolean\`. A table may use any hit policy: under C, R and O every row that hits is a line (no row: no line);
under U, A, F and P one row is (no row and no default: \`fees\` fails, for a missing row is no free procedure). A sum (\`C+\`) fits a
procedure with one fee. A ground that is not given is the \`basis\` of the fee.

A value that cannot be used (an amount below 0 or with decimals, an id of nothing, a fee twice) is a failure: the citizen is told that
the case cannot be reckoned, the officer which table fails, and nothing is filed. No other price is taken in its place.

## Patterns

* **Dates of validity**: a column \`today\` with \`<= "2025-12-31"\` and \`> "2025-12-31"\`.
* **Channel**: a column \`channel\`; give its allowed values so that lint knows them.
* **Tiers with a cap**: a helper for one unit, \`min([4000 + 1000 * (soTrang - 2), 200000])\`, multiplied in \`fees\`.
* **Exemption classes**: rows with \`exemption\`; an officer's grant holds whatever the table says.
* **Council override**: policy F, the rows of the council's resolution above those of the circular, each with its \`ground\`.
* **Notes** of a row are read by citizens on the page of the procedure, \`Vietnamese | English\`.

Five of the samples show them: \`2.000815\` (tiers, cap), \`1.004222\` (channel, exemptions), \`3.000348\` (dates), \`1.001456\` (channel, papers),
\`1.001612\` (council override with its dates).
Their figures are reckoned by hand in \`src/capabilities/forms/decisions/samples.test.ts\`.

## What is checked before publication

Unknown decisions, inputs and columns, wrong types, ids that name nothing, cells that FEEL refuses, a cost above its bound (errors);
invented people file by every channel, and for none of them may a table fail (error); gaps, overlaps, rows that never count, fees and
papers that no row speaks of (warnings). Tables of drafts are read, judged and tried in a thread that is ended after 1.5 s.
`;
