import { type Plan, roomsOf } from '../support/plan.ts';
import type { Failure } from '../support/report.ts';
import { lineAt } from '../support/tree.ts';
import { type Files, pick } from './files.ts';

const headings = ['Owns', 'Acts', 'Tables', 'Door', 'Needs', 'Promises', 'Try it'];

/** Each room of the plan has a door and a README with the seven headings in their order. */
export function furnishing(files: Files, plan: Plan): Failure[] {
  return roomsOf(plan).flatMap(({ room }) => {
    const folder = `src/capabilities/${room}`;
    const readme = files.get(`${folder}/README.md`);
    const found: Failure[] = [];
    if (!files.has(`${folder}/index.ts`))
      found.push({
        where: folder,
        what: 'No door.',
        remedy: 'Write index.ts: what others may use, nothing else.',
      });
    if (readme === undefined)
      return [
        ...found,
        { where: folder, what: 'No README.md.', remedy: `Headings: ${headings.join(' · ')}.` },
      ];
    const missing = headings.filter(
      (heading) => !new RegExp(`^(?:#{2,3} +|(?:[-*] +)?\\*\\*)${heading}\\b`, 'm').test(readme),
    );
    if (missing.length > 0)
      found.push({
        where: `${folder}/README.md`,
        what: `Missing: ${missing.map((heading) => `## ${heading}`).join(', ')}.`,
        remedy: 'Say it in a line, or say "Nothing."',
      });
    return found;
  });
}

/** SQL without comments and texts, positions kept. */
const bareSql = (text: string): string =>
  text.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, (part) => part.replace(/[^\n]/g, ' '));

/** Schema named after a room: `data-store` is `data_store`. */
const schemaOf = (room: string): string => room.replaceAll('-', '_');

/**
 * A room's SQL names its own schema, views `v_…` of others, and the few promised functions. Comments and texts do not
 * count. An alias that has the name of a room would be taken for it: choose another.
 */
export function shelves(files: Files, plan: Plan): Failure[] {
  const made = pick(files, (name) => name.startsWith('database/migrations/')).flatMap(([, text]) =>
    [...bareSql(text).matchAll(/\bcreate schema (?:if not exists )?(\w+)/gi)].map((match) => match[1] ?? ''),
  );
  const schemas = new Set([...roomsOf(plan).map(({ room }) => schemaOf(room)), ...made]);
  const promised = new Set(plan.promisedFunctions ?? []);
  return pick(files, (name) => /^src\/capabilities\/[^/]+\/.*\.sql$/.test(name)).flatMap(([name, text]) => {
    const own = schemaOf(name.split('/')[2] ?? '');
    return [...bareSql(text).matchAll(/(?<![\w.])"?([a-z_]\w*)"?\."?([a-z_]\w*)"?/gi)].flatMap((match) => {
      const [whole, schema = '', object = ''] = match;
      const foreign = schemas.has(schema) && schema !== own;
      const given =
        object.startsWith('v_') || promised.has(`${schema}.${object}`) || promised.has(`${schema}.*`);
      if (!foreign || given) return [];
      return [
        {
          where: `${name}:${lineAt(text, match.index)}`,
          what: `${whole} stands on the shelf of another room.`,
          remedy: `Ask the door of ${schema}, or let it promise a view ${schema}.v_… (promised functions: house.plan.json).`,
        },
      ];
    });
  });
}

const migrationName = /^database\/migrations\/\d{4}_[a-z0-9]+(?:_[a-z0-9]+)*\.sql$/;

/** `0007_add_home_unit.sql`: a number that no other has, and a task in words. */
export function migrations(files: Files): Failure[] {
  const names = pick(files, (name) => name.startsWith('database/migrations/') && name.endsWith('.sql')).map(
    ([name]) => name,
  );
  const numbers = names.map((name) => name.split('/')[2]?.slice(0, 4));
  return names.flatMap((where, at) => {
    if (!migrationName.test(where))
      return [
        {
          where,
          what: 'Not the name of a migration.',
          remedy: 'Four digits, then words: 0007_add_home_unit.sql.',
        },
      ];
    if (numbers.indexOf(numbers[at]) !== at)
      return [
        {
          where,
          what: 'Two migrations have this number.',
          remedy: 'Give the later one the next free number.',
        },
      ];
    return [];
  });
}
