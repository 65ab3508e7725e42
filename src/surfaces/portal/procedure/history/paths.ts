export const historyPath = (code: string): string => `/thu-tuc/${encodeURIComponent(code)}/lich-su`;
export const versionPath = (code: string, version: number): string =>
  `/thu-tuc/${encodeURIComponent(code)}/${version}`;
export const feedPath = '/thay-doi-thu-tuc.atom';
