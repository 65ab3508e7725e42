import { type ListKey, lists } from '../words/lists.ts';

export const officeHome = '/mot-cua';
/** Form 07. */
export const registerPath = '/mot-cua/so-theo-doi';
export const listHref = (list: ListKey, query = ''): string =>
  `/mot-cua/viec/${lists[list].slug}${query && `?${query}`}`;

/** A dossier, with the list it was opened from so that J and K walk on in the same order. */
export const dossierHref = (code: string, from = ''): string =>
  `/mot-cua/ho-so/${encodeURIComponent(code)}${from && `?tu=${encodeURIComponent(from)}`}`;

/** Where the pages of one dossier stand. */
export interface DossierAddresses {
  /** @param query `mat`, `giay`, `muc-dich`, `tu` */
  readonly page: (query?: Readonly<Record<string, string>>) => string;
  readonly act: (slug: string, from?: string, task?: string) => string;
  /** Below it: `co-mat`, `in/<paper>`, `giay/<id>/trang/1.png`. */
  readonly below: (path: string) => string;
}
export const addressesOf = (code: string): DossierAddresses => ({
  page: (query = {}) => {
    const fields = new URLSearchParams(query).toString();
    return `${dossierHref(code)}${fields && `?${fields}`}`;
  },
  act: (slug, from, task) => actHref(code, slug, from, task),
  below: (path) => `${dossierHref(code)}/${path}`,
});

/** @param task the one that is meant, where several are open side by side. */
export const actHref = (code: string, slug: string, from = '', task = ''): string => {
  const query = [from && `tu=${encodeURIComponent(from)}`, task && `viec=${encodeURIComponent(task)}`];
  const fields = query.filter(Boolean).join('&');
  return `/mot-cua/ho-so/${encodeURIComponent(code)}/${slug}${fields && `?${fields}`}`;
};
