export { type FilingAsked, type Offer, offerOn } from './offer.ts';
