import type { Offer, PublishedProcedure } from '#capabilities/catalogue';

/** A published procedure as the decisions in force leave it: who decides, and whether it is filed online. */
export function underDecisions<P extends PublishedProcedure>(published: P, offer: Offer): P {
  const { definition } = published;
  if (!definition) return published;
  const { code, online } = definition;
  const level = offer.serviceLevel(code, online.level);
  return {
    ...published,
    definition: {
      ...definition,
      competence: offer.authority(code, definition.competence).competence,
      online: { ...online, level: level === 'not-handled' ? 'none' : level },
    },
  };
}
