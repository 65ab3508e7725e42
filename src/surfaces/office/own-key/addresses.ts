export const ownKeyPath = '/mot-cua/chu-ky';
