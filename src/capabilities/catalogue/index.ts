export * from './announcements/index.ts';
export * from './anywhere/index.ts';
export * from './conditions/index.ts';
export * from './decentralisation/index.ts';
export * from './difference/index.ts';
export * from './drafting/index.ts';
export * from './drafts/index.ts';
export * from './essential/index.ts';
export * from './importing/index.ts';
export * from './internal/index.ts';
export * from './lint/index.ts';
export * from './lists/index.ts';
export * from './mass/index.ts';
export * from './national/index.ts';
export * from './offer/index.ts';
export * from './packages/index.ts';
export { cataloguePermissions } from './permissions.ts';
export type { DesignServices, LintFinding, OpenWork } from './ports.ts';
export type {
  AssumedDefaults,
  ChannelKind,
  DocumentGroup,
  FeeMeaning,
  Level,
  NationalCase,
  NationalChannel,
  NationalDocument,
  NationalProcedure,
  NationalResult,
  TimeUnit,
} from './procedure.ts';
export { isInternalCode } from './procedure.ts';
export * from './scope/index.ts';
export * from './search/index.ts';
export * from './simplification/index.ts';
export { type Catalogue, type CatalogueFiles, type LifeEvent, openCatalogue } from './store/catalogue.ts';
export { loadProcedures, type Publication, publishVersion } from './store/publish.ts';
export type { PublicChange, PublishedProcedure } from './store/queries.ts';
export * from './versions/index.ts';
