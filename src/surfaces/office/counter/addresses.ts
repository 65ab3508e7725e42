export const counterHome = '/mot-cua/quay';
export const sheetHref = (code: string): string => `${counterHome}/${encodeURIComponent(code)}`;
export const receivedHref = (code: string): string => `${counterHome}/xong/${encodeURIComponent(code)}`;
