/** Where anybody checks results: the form, and the page of one result that the code on its paper leads to. */
export const checkHome = '/kiem-tra';
export const checkPath = (token: string): string => `${checkHome}/${encodeURIComponent(token)}`;
export const checkAddress = (publicUrl: string, token: string): string => `${publicUrl}${checkPath(token)}`;
/** The one file that judges papers without a network. */
export const verifierPath = `${checkHome}/khong-can-mang`;
