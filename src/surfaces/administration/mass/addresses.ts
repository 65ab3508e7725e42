export const massHome = '/quan-tri/sua-hang-loat';
export const newMass = `${massHome}/moi`;
export const massHref = (id: string, rest = ''): string => `${massHome}/${id}${rest}`;
