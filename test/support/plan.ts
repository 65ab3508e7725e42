import { readText, root } from './tree.ts';

export interface Floor {
  readonly name: string;
  readonly path: string;
  /** Names of floors, folders below a floor, `doors` and `ports` of rooms, or `*`. */
  readonly mayImport: readonly string[];
}

/** `house.plan.json`: the one place that says which floor may lean on which. */
export interface Plan {
  readonly floors: readonly Floor[];
  /** Rank, from 1 at the ground, to the rooms that stand there. */
  readonly rooms: Readonly<Record<string, readonly string[]>>;
  /** Package to the one folder that may import it. */
  readonly pipes: Readonly<Record<string, string>>;
  /** SQL functions a lower shelf promises to the one-statement writes of others; `schema.*` promises them all. */
  readonly promisedFunctions?: readonly string[];
}

export const readPlan = (base: string = root): Plan => JSON.parse(readText('house.plan.json', base)) as Plan;

/** Rooms with their rank, ground first. */
export const roomsOf = (plan: Plan): readonly { readonly room: string; readonly rank: number }[] =>
  Object.entries(plan.rooms)
    .flatMap(([rank, rooms]) => rooms.map((room) => ({ room, rank: Number(rank) })))
    .sort((a, b) => a.rank - b.rank);
