import { type ListKey, lists } from '../words/lists.ts';

export const officeHome = '/mot-cua';
/** Form 07. */
export const registerPath = '/mot-cua/so-theo-doi';
export const listHref = (list: ListKey, query = ''): string =>
  `/mot-cua/viec/${lists[list].slug}${query && `?${query}`}`;

/** A dossier, with the list it was opened from so that J and K walk on in the same order. */
export const dossierHref = (code: string, from = ''): string =>
  `/mot-cua/ho-so/${encodeURIComponent(code)}${from && `?tu=${encodeURIComponent(from)}`}`;

/** @param task the one that is meant, where several are open side by side. */
export const actHref = (code: string, slug: string, from = '', task = ''): string => {
  const query = [from && `tu=${encodeURIComponent(from)}`, task && `viec=${encodeURIComponent(task)}`];
  const fields = query.filter(Boolean).join('&');
  return `/mot-cua/ho-so/${encodeURIComponent(code)}/${slug}${fields && `?${fields}`}`;
};
