export * from './importing/index.ts';
export { cataloguePermissions } from './permissions.ts';
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
export * from './search/index.ts';
export { type Catalogue, type CatalogueFiles, type LifeEvent, openCatalogue } from './store/catalogue.ts';
export { loadProcedures, type Publication, publishVersion } from './store/publish.ts';
export type { PublishedProcedure } from './store/queries.ts';
