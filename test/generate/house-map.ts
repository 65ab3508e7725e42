import { type Plan, readPlan, roomsOf } from '../support/plan.ts';
import { readText, root, walk } from '../support/tree.ts';
import { type Generator, generatedNote, referenceFolder } from './generator.ts';
import { drawHouse } from './house-picture.ts';

/** The picture of ARCHITECTURE.md and a table of floors and rooms, both from `house.plan.json`. */
export const houseMap: Generator = {
  name: 'house map',
  make: () => {
    const plan = readPlan();
    return {
      [`${referenceFolder}/house.svg`]: drawHouse(plan),
      [`${referenceFolder}/map.md`]: mapPage(plan),
    };
  },
};

function mapPage(plan: Plan): string {
  const floors = [...plan.floors]
    .reverse()
    .map(
      (floor) =>
        `| ${floor.name} | \`${floor.path}\` | ${floor.mayImport.map(inWords).join(', ') || 'nothing'} |`,
    );
  const rooms = [...roomsOf(plan)]
    .reverse()
    .map(
      ({ room, rank }) => `| ${rank} | [${room}](../../src/capabilities/${room}/README.md) | ${owns(room)} |`,
    );
  const pipes = Object.entries(plan.pipes).map(([name, folder]) => `| ${name} | \`${folder}\` |`);
  return `${[
    generatedNote,
    '',
    '# Map of the house',
    '',
    '![The house](house.svg)',
    '',
    'Made from `house.plan.json`. Imports go down only; `npm run check` finds the ones that do not.',
    '',
    '## Floors, from the roof down',
    '',
    '| floor | folder | may import |',
    '|---|---|---|',
    ...floors,
    '',
    '## Rooms, by rank',
    '',
    'A room imports only the doors (`index.ts`) of rooms with a lower rank.',
    '',
    '| rank | room | owns |',
    '|---|---|---|',
    ...rooms,
    '',
    '## One package per pipe',
    '',
    '| package | imported only in |',
    '|---|---|',
    ...pipes,
  ].join('\n')}\n`;
}

const inWords = (entry: string): string =>
  ({ '*': 'everything', doors: 'doors of rooms', ports: '`ports.ts` of rooms' })[entry] ?? entry;

/** First sentence under "Owns" in the README of a room. */
function owns(room: string): string {
  const name = `src/capabilities/${room}/README.md`;
  if (!walk(`${root}/src/capabilities/${room}`).includes('README.md')) return '';
  const section =
    /^(?:#{2,3} +Owns|(?:[-*] +)?\*\*Owns[.:]?\*\*[.:]?)\s*([\s\S]*?)(?=\n\s*\n|\n#|\n(?:[-*] +)?\*\*|$(?![\s\S]))/m.exec(
      readText(name),
    )?.[1] ?? '';
  const sentence = section.replace(/\s+/g, ' ').trim();
  return (/^.*?[.;](?= |$)/.exec(sentence)?.[0] ?? sentence).replaceAll('|', String.raw`\|`);
}
