export const officialsHome = '/quan-tri/can-bo-tu-tep';
export const officialsHref = (id: string): string => `${officialsHome}/${id}`;
export const officialsExample = `${officialsHome}/mau.csv`;
