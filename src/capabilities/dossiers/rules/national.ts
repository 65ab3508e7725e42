/**
 * Every step between national status codes that exists (DOMAIN §2.2 and docs/adr/0006-transitions.md). A step within
 * one code (4 → 4 along the workflow, 8 → 8 from a pause to a stop) is no transition.
 */
export const nationalTransitions: ReadonlySet<string> = new Set([
  '1→2',
  // Taken back by whoever accepted, within seconds.
  '2→1',
  '1→3',
  '1→5',
  '2→5',
  '4→5',
  '5→1',
  '5→2',
  '5→4',
  '5→3',
  '5→8',
  '4→6',
  '6→4',
  '2→4',
  '2→8',
  '8→2',
  '4→8',
  '8→4',
  '1→8',
  '2→7',
  '4→7',
  '5→7',
  '6→7',
  '7→2',
  '7→4',
  '7→1',
  '7→8',
  '4→9',
  '9→10',
  '10→9',
  '5→6',
]);
