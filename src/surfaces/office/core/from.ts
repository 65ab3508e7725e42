import { type ListKey, listOfSlug, lists } from '../words/lists.ts';
import { type ListQuery, queryText, readListQuery } from './list-query.ts';

/** The list a dossier was opened from: `dang-xu-ly` or `dang-xu-ly?kenh=truc-tuyen`. */
export interface From {
  readonly list: ListKey;
  readonly query: ListQuery;
}

export const fromText = ({ list, query }: From): string => {
  const narrowed = queryText(query);
  return lists[list].slug + (narrowed && `?${narrowed}`);
};

export function readFrom(text: string | undefined): From | undefined {
  if (text === undefined || text.length > 400) return undefined;
  const [slug = '', narrowed = ''] = text.split('?');
  const list = listOfSlug(slug);
  return list && { list, query: readListQuery(Object.fromEntries(new URLSearchParams(narrowed))) };
}
