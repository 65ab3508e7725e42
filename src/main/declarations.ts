import { signedFor } from '#capabilities/declarations';
import type { DossierServices } from '#capabilities/dossiers';
import type { Signing } from '#capabilities/signing';
import { done } from '#kernel/outcome';
import type { FileDoor } from '#surfaces/shared';

/** What citizens signed goes with the papers of their dossier; nothing where nobody can sign online. */
export function signedDeclarations(
  signing: Signing | undefined,
  files: Pick<FileDoor, 'keep'>,
): Pick<DossierServices, 'signedDeclaration'> {
  if (!signing || signing.remote.providers.length === 0) return {};
  return {
    async signedDeclaration(ctx, draft, wish) {
      const signed = await signedFor(ctx, signing, draft, wish);
      if (!signed.ok) return signed;
      const kept = await files.keep(signed.value);
      return kept.ok ? done({ ...kept.value, name: 'to-khai-da-ky.xml', kind: 'application/xml' }) : kept;
    },
  };
}
