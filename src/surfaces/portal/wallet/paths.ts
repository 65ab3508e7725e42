/** Where somebody takes a result of theirs into a wallet. */
export const walletPath = (result: string): string => `/cua-toi/vi-giay-to/${result}`;
export const ownOfferPath = (offer: string): string => `/cua-toi/vi-giay-to/loi-moi/${offer}`;

/** Behind the link that a wallet opens. */
export const offerAddress = (issuer: string, code: string): string => `${issuer}/loi-moi/${code}`;
