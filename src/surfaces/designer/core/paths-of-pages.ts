export const home = '/thiet-ke';
export const draftHref = (draft: string, slug = ''): string =>
  slug === '' ? `${home}/${draft}` : `${home}/${draft}/${slug}`;
export const versionsHref = (code: string): string => `${home}/thu-tuc/${code}`;
export const moveHref = (code: string): string => `${versionsHref(code)}/chuyen`;
export const compareHref = (code: string): string => `${versionsHref(code)}/khac-biet`;
