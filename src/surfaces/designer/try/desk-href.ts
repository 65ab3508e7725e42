import { draftHref } from '../core/paths-of-pages.ts';
import { type Asked, queryOf } from './asked.ts';

/**
 * The page of the tried dossier on a desk, after so many acts, or the page of an act there.
 * @param more side and paper of the dossier's page
 */
export const deskHref = (
  draft: string,
  asked: Asked,
  nth: number,
  desk: string,
  { act, ...more }: { readonly act?: string; readonly [name: string]: string | undefined } = {},
): string => {
  const query = new URLSearchParams(queryOf(asked));
  query.set('ban', desk);
  for (const [name, value] of Object.entries(more)) if (value !== undefined) query.set(name, value);
  const below = act === undefined ? '' : `/viec/${act}`;
  return `${draftHref(draft, `chay-thu/can-bo/${nth}${below}`)}?${query.toString()}`;
};
