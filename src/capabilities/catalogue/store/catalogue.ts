import type { ProcedureDefinition } from '#capabilities/forms';
import { invariant } from '#kernel/outcome';
import { type Clock, localDate } from '#kernel/time';
import { type Database, DatabaseUnavailable } from '#platform/db';
import { type Announcement, announcementsOfCode } from '../announcements/queries.ts';
import { type CountedProcedure, deciderOf } from '../anywhere/index.ts';
import { type EssentialServices, noEssentialServices } from '../essential/index.ts';
import type { Offer } from '../offer/index.ts';
import { openOffer } from '../offer/open-offer.ts';
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
import { openTables } from './tables.ts';

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
  /** Papers and messages of a version's own, by key; the same object each time, for those who keep what they read of it. */
  templatesOf(code: string, version: number): Promise<Readonly<Record<string, unknown>>>;
  /** The workflow of a published version in BPMN, where it was drawn. */
  diagramOf(code: string, version: number): Promise<string | null>;
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
  /** What decisions make of the catalogue today: who decides, how far online, where filed. */
  offer(): Promise<Offer>;
  /** Decisions that announced a procedure, the latest first; none rather than an error while the database is away. */
  announcements(code: string): Promise<readonly Announcement[]>;
  /** Public procedures of province and commune in force, as the list of filing anywhere counts them. */
  counted(): Promise<readonly CountedProcedure[]>;
  /** Essential services as they ship. */
  essentialServices(): EssentialServices;
  forget(): void;
}

/** A publication by another process is seen within this time. */
const trustFor = 5000;
const mostKept = 400;
const none: Readonly<Record<string, unknown>> = {};

export interface CatalogueFiles {
  readonly generic: ProcedureDefinition;
  readonly synonyms: Synonyms;
  readonly lifeEvents: readonly LifeEvent[];
  readonly essential?: EssentialServices;
}

export function openCatalogue(db: Database, clock: Clock, files: CatalogueFiles): Catalogue {
  let index:
    | {
        value: SearchIndex;
        stamp: string;
        facets: { fields: readonly string[]; agencies: readonly string[] };
        counted: readonly (Omit<CountedProcedure, 'anywhere'> & { readonly live: boolean })[];
      }
    | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<SearchIndex> | undefined;
  const current = new Map<string, { value: sql.PublishedProcedure | undefined; until: number }>();
  const announced = new Map<string, { value: readonly Announcement[]; until: number }>();
  const definitions = new Map<string, ProcedureDefinition>();
  const templates = new Map<string, Readonly<Record<string, unknown>>>();

  const essential = files.essential ?? noEssentialServices;
  const decisions = openOffer(db, clock, essential);

  const withTables = openTables();

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
    const counted = rows.flatMap(({ code, national, live, competence }) =>
      national.levels.some((level) => level === 'commune' || level === 'province')
        ? [
            {
              code,
              name: national.name,
              field: national.field,
              levels: national.levels,
              decider: deciderOf(national, competence),
              live,
            },
          ]
        : [],
    );
    index = { value: buildIndex(entries, files.synonyms), stamp, facets, counted };
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
        const found = await db.direct.find(sql.currentProcedure, { code, today: today() });
        const value = found && (await withTables(found));
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
      const found = await db.direct.find(sql.procedureVersion, { code, version });
      const row = found && (await withTables(found));
      invariant(row, `version ${version} of procedure ${code} was published`);
      const definition = row.definition ?? genericFor(files.generic, row);
      if (definitions.size >= mostKept) definitions.clear();
      definitions.set(key, definition);
      return definition;
    },
    async templatesOf(code, version) {
      const key = `${code}@${version}`;
      const known = templates.get(key);
      if (known) return known;
      const row = await db.direct.find(sql.templatesOfVersion, { code, version });
      if (!row) return none;
      const own = row.templates ?? none;
      if (templates.size >= mostKept) templates.clear();
      templates.set(key, own);
      return own;
    },
    async version(code, version) {
      const row = await db.direct.find(sql.procedureVersion, { code, version });
      return row && withTables(row);
    },
    changes: (most) => db.direct.rows(sql.publicChanges, { most }),
    async diagramOf(code, version) {
      return (await db.direct.find(sql.diagramOfVersion, { code, version }))?.workflow ?? null;
    },
    versions: (code) => db.direct.rows(sql.procedureVersions, { code }),
    search: async (text, filters, paging) => search(await ready(), text, filters, paging),
    async facets() {
      await ready();
      return index?.facets ?? { fields: [], agencies: [] };
    },
    results: () => db.direct.rows(sql.grantedResults, {}),
    lifeEvents: () => files.lifeEvents,
    offer: decisions.today,
    async announcements(code) {
      const known = announced.get(code);
      if (known && known.until > clock.now()) return known.value;
      try {
        const value = await db.direct.rows(announcementsOfCode, { code });
        if (announced.size >= mostKept) announced.clear();
        announced.set(code, { value, until: clock.now() + trustFor });
        return value;
      } catch (error) {
        if (error instanceof DatabaseUnavailable) return known?.value ?? [];
        throw error;
      }
    },
    async counted() {
      const [offer] = await Promise.all([decisions.today(), ready()]);
      return (index?.counted ?? []).map(({ live, ...each }) => ({
        ...each,
        anywhere: offer.anywhere(each.code, live),
      }));
    },
    essentialServices: () => essential,
    forget() {
      decisions.forget();
      announced.clear();
      checkedAt = Number.NEGATIVE_INFINITY;
      current.clear();
    },
  };
}
