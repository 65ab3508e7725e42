/**
 * `Nguyễn Thị Hoa` → `Nguyễn T. H.`: enough for whoever knows the person to see that the payment is the right one, too little
 * for whoever does not.
 */
export function shortName(name: string): string {
  const [first = '', ...others] = name.normalize('NFC').trim().split(/\s+/);
  return [first, ...others.map((word) => `${[...word][0]?.toUpperCase() ?? ''}.`)].join(' ');
}
