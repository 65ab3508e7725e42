export const procedureHref = (procedure: string): string => `/quan-tri/thu-tuc/${procedure}`;
