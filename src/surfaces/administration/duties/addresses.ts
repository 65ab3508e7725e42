export const dutiesHome = '/quan-tri/dieu-kien-bao-cao';
export const dutyHref = (id: string, rest = ''): string => `${dutiesHome}/${id}${rest}`;
