import { aPackageKey } from '#builders/catalogue';
import { sampleDefinition } from '#builders/forms';
import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { HousePeople } from '#test/pages';
import { questionView } from '#test/questions';
import { designerRoutes } from '../index.ts';

/** The designer with a lint that finds nothing, for tests of one of its pages. */
export const designerForTests = (doors: Doors, { actors }: HousePeople): readonly Route[] =>
  designerRoutes(doors, {
    services: {
      draftFromNational: () => ({ definition: sampleDefinition('1.004873') }),
      lint: () => [],
      key: aPackageKey(),
      openWork: async () => [],
    },
    drawQuestion: questionView,
    actors,
  });
