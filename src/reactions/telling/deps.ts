import type { DossierServices } from '#capabilities/dossiers';
import type { MessageShelf } from '#capabilities/messages';

/** What reactions are plugged together with once, at start. */
export interface ReactionDeps {
  readonly services: DossierServices;
  readonly messages: MessageShelf;
  /** Texts that a version of a procedure brings along (`catalogue.templatesOf`). */
  readonly templatesOf: (code: string, version: number) => Promise<Readonly<Record<string, unknown>>>;
  /** Where people reach the portal, without a slash at the end. */
  readonly publicUrl: string;
}
