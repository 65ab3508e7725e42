import { committeeA, committeeB, province, withSmallProvince } from '#builders/organisations';
import { openUnits, type Units } from '#capabilities/organisations';
import type { Actor, OfficerRole } from '#kernel/actor';
import type { OfficerId, PersonId, UnitId } from '#kernel/ids';
import { asPlainDate, type Clock } from '#kernel/time';
import { type Database, systemScope } from '#platform/db';
import { Sessions } from '#platform/sessions';
import { type Actors, openActors } from '../actors.ts';
import type { PeopleDeps } from '../commands/deps.ts';
import { loadOfficers, loadPersons } from '../load.ts';

export const officerId = (n: number): OfficerId =>
  `018f0000-0000-7000-8000-${String(9000 + n).padStart(12, '0')}` as OfficerId;
export const personId = (n: number): PersonId =>
  `018f0000-0000-7000-8000-${String(8000 + n).padStart(12, '0')}` as PersonId;

interface Cast {
  readonly n: number;
  readonly name: string;
  readonly posts: readonly { readonly unit: UnitId; readonly role: OfficerRole }[];
}

export const technical = officerId(1);
export const adminOfProvince = officerId(2);
export const adminA = officerId(3);
export const adminB = officerId(4);
export const leaderA = officerId(5);
export const specialistA = officerId(6);
export const specialistB = officerId(7);
export const ofBoth = officerId(8);

const cast: readonly Cast[] = [
  { n: 1, name: 'Lý Kỹ Thuật', posts: [{ unit: province, role: 'system-administrator' }] },
  { n: 2, name: 'Phan Văn Tỉnh', posts: [{ unit: province, role: 'unit-administrator' }] },
  { n: 3, name: 'Trần Thị An', posts: [{ unit: committeeA, role: 'unit-administrator' }] },
  { n: 4, name: 'Lê Văn Bảy', posts: [{ unit: committeeB, role: 'unit-administrator' }] },
  { n: 5, name: 'Nguyễn Thị Ánh', posts: [{ unit: committeeA, role: 'unit-leader' }] },
  { n: 6, name: 'Đỗ Văn Ất', posts: [{ unit: committeeA, role: 'specialist' }] },
  { n: 7, name: 'Võ Thị Bình', posts: [{ unit: committeeB, role: 'specialist' }] },
  {
    n: 8,
    name: 'Châu Hai Nơi',
    posts: [
      { unit: committeeA, role: 'specialist' },
      { unit: committeeB, role: 'specialist' },
    ],
  },
];

/** One resident with personal number 089190000001. */
export const resident = personId(1);

/** The small province with officers `technical` … `ofBoth` and one resident. */
export async function withPeople(worker: Database): Promise<void> {
  await withSmallProvince(worker);
  const createdAt = Date.UTC(2025, 6, 1);
  await worker.transact(systemScope, async (t) => {
    await loadOfficers(
      t,
      cast.map(({ n, name, posts }) => ({
        id: officerId(n),
        subject: `officer-${n}`,
        name,
        email: `o${n}@example.vn`,
        posts,
        createdAt,
      })),
    );
    await loadPersons(t, [
      {
        id: resident,
        personalNumber: '089190000001',
        name: 'Nguyễn Thị Hoa',
        birthDate: asPlainDate('1990-05-17'),
        sex: '2',
        createdAt,
      },
    ]);
  });
}

export interface People extends PeopleDeps {
  readonly units: Units;
  readonly actors: Actors;
  readonly sessions: Sessions;
  /** The officer as the database has them now. */
  actor(officer: OfficerId): Promise<Extract<Actor, { kind: 'officer' }>>;
}

export function openPeople(db: Database, clock: Clock): People {
  const units = openUnits(db, clock);
  const sessions = new Sessions(db, clock, '00'.repeat(32));
  const actors = openActors({ db, clock, units });
  return {
    units,
    sessions,
    actors,
    async actor(officer) {
      actors.forget();
      const session = {
        kind: 'officer',
        subject: officer,
        data: {},
        createdAt: 0,
        idleUntil: 0,
        endsAt: 0,
      } as const;
      const actor = await actors.actorOf(session);
      if (actor.kind !== 'officer') throw new Error('Not an officer who may sign in');
      return actor;
    },
  };
}
