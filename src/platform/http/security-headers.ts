import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';
import type { ServerOptions } from './options.ts';

/**
 * What helmet says of every answer. Nothing in it changes from one answer to the next, so it is asked once: asked each time
 * it was a twentieth of a page.
 */
export function securityHeaders({
  origin,
  formTargets,
}: Pick<ServerOptions, 'origin' | 'formTargets'>): Readonly<Record<string, string>> {
  const say = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'self'", ...formTargets],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    hsts: origin.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  const headers: Record<string, string> = {};
  const answer: Pick<ServerResponse, 'setHeader' | 'removeHeader'> = {
    setHeader(name, value) {
      headers[name.toLowerCase()] = String(value);
      return answer as ServerResponse;
    },
    removeHeader() {},
  };
  say({} as IncomingMessage, answer as ServerResponse, (error?: unknown) => {
    if (error) throw new Error('The security headers cannot be made', { cause: error });
  });
  return headers;
}
