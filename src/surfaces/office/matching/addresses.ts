export const matchingHome = '/mot-cua/doi-soat';
export const matchingUpload = `${matchingHome}/tep`;
export const matchingAgain = `${matchingHome}/chay-lai`;
export const matchingItems = `${matchingHome}/viec`;
export const matchingExport = `${matchingHome}/viec.csv`;
export const itemHref = (id: string): string => `${matchingItems}/${id}`;
/** Slugs of the steps in addresses. */
export const stepSlugs = {
  taken: 'nhan',
  explained: 'giai-trinh',
  asked: 'hoi-lai',
  told: 'bao-lai',
  marked: 'danh-dau',
  assigned: 'gan',
  tied: 'gan-hoan',
  closed: 'dong',
} as const;
export type StepSlug = (typeof stepSlugs)[keyof typeof stepSlugs];
export const stepHref = (id: string, step: keyof typeof stepSlugs): string =>
  `${itemHref(id)}/${stepSlugs[step]}`;
