/** What wallets ask stands under this, the last part of the issuer's identifier (OpenID4VCI 1.0 §12.2.1). */
export const issuerPath = '/giay-to-dien-tu';
