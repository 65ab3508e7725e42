/**
 * What a service task may call. `notify` tells the person that the dossier went past this place; `remind` marks the dossier as urgent
 * in every work list it stands in.
 */
export const planServices = ['notify', 'remind'] as const;
