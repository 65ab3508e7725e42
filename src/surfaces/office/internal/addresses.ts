export const internalHome = '/mot-cua/noi-bo';
export const internalHref = (code: string): string => `${internalHome}/${encodeURIComponent(code)}`;
