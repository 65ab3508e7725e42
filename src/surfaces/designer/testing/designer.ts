import { aPackageKey } from '#builders/catalogue';
import { sampleDefinition } from '#builders/forms';
import { type DesignServices, draftTables } from '#capabilities/catalogue';
import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { HousePeople } from '#test/pages';
import { questionView, triedAct, triedDossier, triedTracking } from '#test/questions';
import { designerRoutes } from '../index.ts';

/** The designer with a lint that finds nothing, for tests of one of its pages. @param own services instead of these. */
export const designerForTests = (
  doors: Doors,
  { actors }: HousePeople,
  own: Partial<DesignServices> = {},
): readonly Route[] =>
  designerRoutes(doors, {
    services: {
      draftFromNational: () => ({ definition: sampleDefinition('1.004873') }),
      lint: () => [],
      key: aPackageKey(),
      ...draftTables(),
      openWork: async () => [],
      ...own,
    },
    drawQuestion: questionView,
    drawTracked: triedTracking,
    drawAtDesk: triedDossier,
    drawActAtDesk: triedAct,
    actors,
  });
