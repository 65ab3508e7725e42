export const nationalHome = '/quan-tri/danh-muc-quoc-gia';
export const nationalHref = (id: string, rest = ''): string => `${nationalHome}/${id}${rest}`;
export const nationalUpload = `${nationalHome}/tep`;
