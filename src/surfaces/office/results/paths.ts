export const endSlug = (result: string): string => `ket-qua/${result}/thu-hoi`;
