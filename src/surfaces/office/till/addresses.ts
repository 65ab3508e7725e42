export const tillHome = '/mot-cua/thu-phi';
/** A payment code, as it was typed or without its strokes. */
export const billHref = (code: string, below = ''): string =>
  `${tillHome}/${encodeURIComponent(code)}${below}`;
export const receiptHref = (id: string, below = ''): string => `${tillHome}/bien-lai/${id}${below}`;
export const shiftsPath = `${tillHome}/ca`;
export const shiftHref = (id: string, below = ''): string => `${shiftsPath}/${id}${below}`;
