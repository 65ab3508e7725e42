import type { DossierServices } from '#capabilities/dossiers';
import type { MessageShelf } from '#capabilities/messages';

/** What reactions are plugged together with once, at start. */
export interface ReactionDeps {
  readonly services: DossierServices;
  readonly messages: MessageShelf;
  /** Where people reach the portal, without a slash at the end. */
  readonly publicUrl: string;
}
