/** What a pair must reach: AAA 7:1 for reading text, AA 4.5:1 for short text, shape 3:1 for borders and icons. */
export const ratios = { AAA: 7, AA: 4.5, shape: 3 } as const;

export interface ColourPair {
  readonly front: string;
  readonly ground: string;
  readonly level: keyof typeof ratios;
}

const pairs = (level: ColourPair['level'], front: string, ...grounds: readonly string[]): ColourPair[] =>
  grounds.map((ground) => ({ front, ground, level }));

/** Every pair of tokens (tokens.css, names without `--`) that the components put on one another. */
export const colourPairs: readonly ColourPair[] = [
  ...pairs(
    'AAA',
    'ink',
    'paper',
    'card',
    'sunken',
    'grey-soft',
    'jade-soft',
    'amber-soft',
    'red-soft',
    'blue-soft',
  ),
  ...pairs('AAA', 'paper', 'ink'),
  ...pairs('AAA', 'ink-2', 'paper', 'card'),
  ...pairs('AA', 'ink-2', 'sunken', 'jade-soft', 'blue-soft', 'amber-soft'),
  ...pairs('AA', 'blue', 'paper', 'card', 'sunken', 'blue-soft', 'jade-soft', 'amber-soft', 'red-soft'),
  ...pairs('AA', 'jade', 'card', 'paper', 'jade-soft'),
  ...pairs('AA', 'amber', 'card', 'sunken', 'amber-soft'),
  ...pairs('AA', 'red', 'card', 'paper', 'sunken', 'red-soft'),
  ...pairs('AA', 'grey', 'grey-soft'),
  ...pairs('AA', 'on-fill', 'jade-fill', 'jade-press'),
  ...pairs('AAA', 'on-lacquer', 'lacquer'),
  ...pairs('AAA', 'on-lacquer-2', 'lacquer'),
  ...pairs('shape', 'gold', 'lacquer'),
  ...pairs('shape', 'line-strong', 'card', 'paper', 'sunken'),
  ...pairs('shape', 'amber-line', 'card', 'amber-soft'),
  ...pairs('shape', 'jade-fill', 'card', 'paper'),
  ...pairs('shape', 'focus', 'focus-inner', 'lacquer'),
];
