import {
  type Act,
  costsOf,
  type DossierState,
  type DossierView,
  type ProcedureRules,
} from '#capabilities/dossiers';
import type { UnitDirectory } from '#capabilities/organisations';
import type { Locale } from '#kernel/text';
import type { Instant } from '#kernel/time';
import type { Html } from '#platform/html';
import { sayIn } from '../words/say.ts';
import { trackingView } from './tracking.view.ts';

/** A dossier that stands in no table: its acts up to a moment, and what they had come to. */
export interface TriedDossier {
  readonly code: string;
  readonly ownerName: string;
  readonly rules: ProcedureRules;
  readonly acts: readonly Act[];
  readonly charges: DossierView['charges'];
  readonly state: DossierState;
  readonly now: Instant;
  readonly locale: Locale;
  readonly directory: UnitDirectory;
  readonly papers: readonly { readonly name: string; readonly title: string }[];
}

/** The page on which its owner follows it, as it would stand then; nobody has looked at it. */
export function triedTracking({ rules, state, locale, directory, ...tried }: TriedDossier): Html {
  const { definition, calendar, answers } = rules;
  return trackingView({
    tracked: {
      ...tried,
      procedureCode: definition.code,
      procedureVersion: definition.version,
      procedureName: (locale === 'en' ? definition.name.en : undefined) ?? definition.name.vi,
      helperUnit: state.receiver,
      state,
      answers,
    },
    context: {
      say: sayIn(locale),
      locale,
      now: tried.now,
      calendar,
      definition,
      directory,
      state,
      costs: costsOf(tried.charges),
      unitName: (id) => directory.byId(id)?.name ?? '',
    },
    base: '#',
    mustSignIn: false,
    papers: tried.papers,
    readings: { count: 0 },
  });
}
