import type { ActKind } from '#capabilities/dossiers';
import type { OutboxEvent, Reacting, Reaction } from '#platform/jobs';
import { type About, type ActOfKind, aboutOf, isKind } from './about.ts';

/** "When this act has been done to a dossier, then …": finds the act and hands it over. */
export const whenDossier = <K extends ActKind>(
  kind: K,
  then: (act: ActOfKind<K>, about: About, event: OutboxEvent, reacting: Reacting) => Promise<void>,
  name = `when-a-dossier-is-${kind}`,
): Reaction => ({
  name,
  topics: [`dossier.${kind}`],
  async react(event, reacting) {
    const about = await aboutOf(event, reacting);
    if (about && isKind(about.act, kind)) await then(about.act, about, event, reacting);
  },
});
