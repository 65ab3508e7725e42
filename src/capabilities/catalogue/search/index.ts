export { buildIndex, type SearchIndex } from './build-index.ts';
export { entryOf, type SearchEntry } from './entry.ts';
export {
  type SearchAnswer,
  type SearchFilters,
  type SearchHit,
  type SearchPaging,
  search,
} from './search.ts';
export { type Synonyms, synonymsShape } from './synonyms.ts';
