export const reviewHome = '/quan-tri/don-gian-hoa';
export const sheetHref = (code: string, rest = ''): string => `${reviewHome}/thu-tuc/${code}${rest}`;
export const proposalHref = (id: string): string => `${reviewHome}/de-xuat/${id}`;
export const programmeHref = (id: string): string => `${reviewHome}/chuong-trinh/${id}`;
