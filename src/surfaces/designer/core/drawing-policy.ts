/**
 * The only exception from the house's content policy (docs/adr/0010), for the pages of bpmn-js and dmn-js: these editors write
 * style attributes, carry their icons as data, and build their menus as markup. Scripts come from here alone, as everywhere.
 */
export const drawingPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join(';');
