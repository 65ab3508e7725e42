import type { DesignerDeps } from './deps.ts';

/** Names of officers by their ids; somebody who has left is told by the end of the id. */
export async function namesOf(
  { actors }: Pick<DesignerDeps, 'actors'>,
  officers: readonly (string | null)[],
): Promise<(id: string) => string> {
  const names = new Map<string, string>();
  for (const subject of new Set(officers)) {
    if (subject === null) continue;
    const actor = await actors.actorOf({
      kind: 'officer',
      subject,
      data: {},
      createdAt: 0,
      idleUntil: 0,
      endsAt: 0,
    });
    if (actor.kind === 'officer') names.set(subject, actor.name);
  }
  return (id) => names.get(id) ?? `cán bộ …${id.slice(-6)}`;
}
