import { type Floor, type Plan, roomsOf } from '../support/plan.ts';

const width = 960;
const left = 40;
const wide = width - 2 * left;
const labelWidth = 150;
const storey = 64;
const rankHeight = 58;
const roofHeight = 96;

const styles = `
  text { font: 15px system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; fill: #1e1a16 }
  .small { font-size: 13px; fill: #5a5148 } .strong { font-weight: 600 } .end { text-anchor: end }
  .middle { text-anchor: middle } .wall { fill: #fff; stroke: #e2dbcf } .room { fill: #e3f1ec; stroke: #0b5a49 }
  .roof { fill: #7d1a14 } .gold { fill: none; stroke: #d9a441; stroke-width: 2 } .ontheroof { fill: #fff }
  .ground { fill: #faf8f3 } .stairs { stroke: #5a5148; stroke-width: 1.5; fill: none }
  @media (prefers-color-scheme: dark) {
    text { fill: #f3eee6 } .small { fill: #c8bfb2 } .ground { fill: #171411 } .ontheroof { fill: #fff }
    .wall { fill: #221e1a; stroke: #4a4238 } .room { fill: #143a31; stroke: #4fae95 } .stairs { stroke: #c8bfb2 }
  }`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const text = (x: number, y: number, style: string, words: string): string =>
  `<text x="${x}" y="${y}" class="${style}">${escape(words)}</text>`;

const box = (x: number, y: number, w: number, h: number, style: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${radius}" class="${style}"/>`;

/** The house as a section through its storeys: the roof is main, the ground is the kernel, every arrow goes down. */
export function drawHouse(plan: Plan): string {
  const roof = plan.floors.find((floor) => floor.mayImport.includes('*'));
  const storeys = plan.floors.filter((floor) => floor !== roof).reverse();
  const parts: string[] = [];
  let y = 16;
  if (roof !== undefined) {
    const middle = width / 2;
    parts.push(
      `<path class="roof" d="M${left - 24} ${y + roofHeight} L${middle} ${y} L${width - left + 24} ${y + roofHeight} Z"/>`,
      `<path class="gold" d="M${middle - 405} ${y + 92} L${middle} ${y + 10} L${middle + 405} ${y + 92}"/>`,
      text(middle, y + 62, 'strong middle ontheroof', roof.name),
      text(middle, y + 82, 'small middle ontheroof', 'puts the house together; nobody imports it'),
    );
    y += roofHeight;
  }
  for (const floor of storeys) {
    const ranks = floor.name === 'capabilities' ? Object.keys(plan.rooms).length : 0;
    const height = ranks === 0 ? storey : ranks * rankHeight + 16;
    parts.push(box(left, y, wide, height, 'wall'), text(left + 16, y + 28, 'strong', floor.name));
    parts.push(ranks === 0 ? contents(floor, plan, y) : rooms(plan, y));
    y += height;
  }
  parts.push(stairs(y));
  const height = y + 44;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d">
<title id="t">The house</title>
<desc id="d">${escape(inWords(storeys, plan))}</desc>
<style>${styles}
</style>
${box(0, 0, width, height, 'ground')}
${parts.join('\n')}
</svg>
`;
}

function contents(floor: Floor, plan: Plan, y: number): string {
  const below = floor.mayImport.length === 0 ? 'imports nothing' : `leans on ${floor.mayImport.join(' · ')}`;
  const pipes = Object.entries(plan.pipes)
    .filter(([, folder]) => folder.startsWith(`${floor.path}/`))
    .map(([name]) => name);
  const inside =
    pipes.length === 0
      ? ''
      : text(left + labelWidth, y + 46, 'small', `one package per pipe: ${pipes.join(' · ')}`);
  return `${text(left + labelWidth, y + 28, 'small', below)}${inside}`;
}

function rooms(plan: Plan, top: number): string {
  const ranks = Object.keys(plan.rooms)
    .map(Number)
    .sort((a, b) => b - a);
  const rows = ranks.map((rank, at) => {
    const here = roomsOf(plan).filter((known) => known.rank === rank);
    const y = top + 8 + at * rankHeight;
    const space = wide - labelWidth - 60;
    const each = Math.min(space / here.length, space / 3);
    const boxes = here.map(({ room }, place) => {
      const x = left + labelWidth + place * each;
      return box(x, y + 6, each - 12, 42, 'room', 8) + text(x + (each - 12) / 2, y + 32, 'middle', room);
    });
    return text(width - left - 56, y + 32, 'small end', `${rank}`) + boxes.join('');
  });
  return rows.join('\n');
}

/** The one staircase: requests go down it and answers come up. */
function stairs(bottom: number): string {
  const x = width - left - 24;
  const top = 16 + roofHeight + 16;
  return [
    `<path class="stairs" d="M${x} ${top} V${bottom - 16} m-6 -10 l6 10 l6 -10"/>`,
    text(
      left,
      bottom + 26,
      'small',
      'Imports go down only. A room imports only the doors of rooms with a lower rank.',
    ),
  ].join('\n');
}

const inWords = (storeys: readonly Floor[], plan: Plan): string =>
  `Storeys from the roof down: ${storeys.map((floor) => floor.name).join(', ')}. Rooms by rank: ${Object.entries(
    plan.rooms,
  )
    .map(([rank, names]) => `${rank}: ${names.join(', ')}`)
    .join('; ')}.`;
