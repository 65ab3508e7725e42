import { attributes, type Hole, html } from '#platform/html';
import { dossierHref } from '../core/addresses.ts';
import type { Opened } from './open.ts';

/** Another dossier by its code; one that a try-out has invented leads nowhere. */
export const linkedDossier = ({ tried }: Pick<Opened, 'tried'>, code: string): Hole =>
  tried ? code : html`<a${attributes({ href: dossierHref(code) })}>${code}</a>`;
