export const counterHome = '/mot-cua/quay';
export const sheetHref = (code: string): string => `${counterHome}/${encodeURIComponent(code)}`;
/** @param unsigned why scans that were to be signed are not. */
export const receivedHref = (code: string, unsigned = ''): string =>
  `${counterHome}/xong/${encodeURIComponent(code)}${unsigned && `?chua-ky=${encodeURIComponent(unsigned)}`}`;
