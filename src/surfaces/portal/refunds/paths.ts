export const refundsHome = '/cua-toi/hoan-phi';
/** Refunds of one dossier: where its owner asks for them and follows them. */
export const refundsHref = (code: string, rest = ''): string =>
  `${refundsHome}/${encodeURIComponent(code)}${rest}`;
