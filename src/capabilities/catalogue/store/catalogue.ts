import type { ProcedureDefinition } from '#capabilities/forms';
import { invariant } from '#kernel/outcome';
import { type Clock, localDate } from '#kernel/time';
import { type Database, DatabaseUnavailable } from '#platform/db';
import {
  buildIndex,
  entryOf,
  type SearchAnswer,
  type SearchFilters,
  type SearchIndex,
  type SearchPaging,
  type Synonyms,
  search,
} from '../search/index.ts';
import { genericFor } from './generic.ts';
import * as sql from './queries.ts';

/** A sample's word for an everyday event that leads to procedures. */
export interface LifeEvent {
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly description: { readonly vi: string; readonly en: string };
  readonly procedures: readonly string[];
}

export interface Catalogue {
  current(code: string): Promise<sql.PublishedProcedure | undefined>;
  /** A version as it was published, also one that was replaced. */
  version(code: string, version: number): Promise<sql.PublishedProcedure | undefined>;
  /** What was published to the public, newest first. */
  changes(most: number): Promise<readonly sql.PublicChange[]>;
  /** The form of a published version; procedures without one of their own use the generic form. */
  definitionOf(code: string, version: number): Promise<ProcedureDefinition>;
  versions(code: string): Promise<
    {
      version: number;
      name: string;
      live: boolean;
      published_at: number;
      valid_from: string;
      /** Day of effect of a version that is still to come. */
      waits_until: string | null;
      replaced_at: number | null;
    }[]
  >;
  /** Answers from memory, also while the database is away. */
  search(text: string, filters?: SearchFilters, paging?: SearchPaging): Promise<SearchAnswer>;
  /** Fields, levels and subjects that occur, for browsing. */
  facets(): Promise<{ readonly fields: readonly string[]; readonly agencies: readonly string[] }>;
  /** Papers that procedures in force here grant, by national code. */
  results(): Promise<readonly { readonly code: string; readonly name: string }[]>;
  lifeEvents(): readonly LifeEvent[];
  forget(): void;
}

/** A publication by another process is seen within this time. */
const trustFor = 5000;
const mostKept = 400;

export interface CatalogueFiles {
  readonly generic: ProcedureDefinition;
  readonly synonyms: Synonyms;
  readonly lifeEvents: readonly LifeEvent[];
}

export function openCatalogue(db: Database, clock: Clock, files: CatalogueFiles): Catalogue {
  let index:
    | {
        value: SearchIndex;
        stamp: string;
        facets: { fields: readonly string[]; agencies: readonly string[] };
      }
    | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<SearchIndex> | undefined;
  const current = new Map<string, { value: sql.PublishedProcedure | undefined; until: number }>();
  const definitions = new Map<string, ProcedureDefinition>();

  const today = () => localDate(clock.now());

  async function load(): Promise<SearchIndex> {
    const { at, count } = await db.direct.get(sql.latestChange, { today: today() });
    const stamp = `${at}/${count}`;
    checkedAt = clock.now();
    if (index?.stamp === stamp) return index.value;
    const rows = await db.direct.rows(sql.allProcedures, { today: today() });
    const eventsOf = new Map<string, string[]>();
    for (const event of files.lifeEvents) {
      for (const code of event.procedures) eventsOf.set(code, [...(eventsOf.get(code) ?? []), event.id]);
    }
    const entries = rows.map((row) =>
      entryOf(row.national, {
        live: row.live,
        lifeEvents: [...new Set([...(row.life_events ?? []), ...(eventsOf.get(row.code) ?? [])])],
        ...(row.name_en ? { keywords: row.name_en } : {}),
      }),
    );
    const distinct = (values: readonly string[]) =>
      [...new Set(values.filter(Boolean))].sort(new Intl.Collator('vi').compare);
    const facets = {
      fields: distinct(rows.map((row) => row.national.field)),
      agencies: distinct(rows.map((row) => row.national.ministry)),
    };
    index = { value: buildIndex(entries, files.synonyms), stamp, facets };
    current.clear();
    return index.value;
  }

  async function ready(): Promise<SearchIndex> {
    if (index && clock.now() - checkedAt < trustFor) return index.value;
    loading ??= load().finally(() => {
      loading = undefined;
    });
    try {
      return await loading;
    } catch (error) {
      if (index && error instanceof DatabaseUnavailable) return index.value;
      throw error;
    }
  }

  return {
    async current(code) {
      const known = current.get(code);
      if (known && known.until > clock.now()) return known.value;
      try {
        const value = await db.direct.find(sql.currentProcedure, { code, today: today() });
        if (current.size >= mostKept) current.clear();
        current.set(code, { value, until: clock.now() + trustFor });
        return value;
      } catch (error) {
        if (known && error instanceof DatabaseUnavailable) return known.value;
        throw error;
      }
    },
    async definitionOf(code, version) {
      const key = `${code}@${version}`;
      const known = definitions.get(key);
      if (known) return known;
      const row = await db.direct.find(sql.procedureVersion, { code, version });
      invariant(row, `version ${version} of procedure ${code} was published`);
      const definition = row.definition ?? genericFor(files.generic, row);
      if (definitions.size >= mostKept) definitions.clear();
      definitions.set(key, definition);
      return definition;
    },
    version: (code, version) => db.direct.find(sql.procedureVersion, { code, version }),
    changes: (most) => db.direct.rows(sql.publicChanges, { most }),
    versions: (code) => db.direct.rows(sql.procedureVersions, { code }),
    search: async (text, filters, paging) => search(await ready(), text, filters, paging),
    async facets() {
      await ready();
      return index?.facets ?? { fields: [], agencies: [] };
    },
    results: () => db.direct.rows(sql.grantedResults, {}),
    lifeEvents: () => files.lifeEvents,
    forget() {
      checkedAt = Number.NEGATIVE_INFINITY;
      current.clear();
    },
  };
}
