import type { Level, NationalProcedure } from '../procedure.ts';

/** One searchable procedure. `live`: can be filed here; `essential`: people ask for it in every commune. */
export interface SearchEntry {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly agency: string;
  readonly levels: readonly Level[];
  readonly subjects: readonly string[];
  readonly lifeEvents: readonly string[];
  readonly live: boolean;
  readonly essential: boolean;
  /** True for a procedure whose name had to be made: it ranks last. */
  readonly nameless: boolean;
  /** More words to find it by (results, English name); weaker than the name. */
  readonly keywords?: string;
}

/** The search entry of a procedure of the national list; what the province adds comes as `local`. */
export function entryOf(
  procedure: NationalProcedure,
  local: {
    readonly live?: boolean;
    readonly lifeEvents?: readonly string[];
    readonly keywords?: string;
  } = {},
): SearchEntry {
  const results = procedure.results.map((result) => result.name).join(' ');
  return {
    code: procedure.code,
    name: procedure.name,
    field: procedure.field,
    agency: procedure.agency,
    levels: procedure.levels,
    subjects: procedure.subjects,
    lifeEvents: local.lifeEvents ?? [],
    live: local.live ?? false,
    essential: procedure.forCommuneSample && procedure.levels.includes('commune'),
    nameless: procedure.nameOrigin === 'made',
    keywords: `${results} ${local.keywords ?? ''}`.trim(),
  };
}
