import type { DesignServices } from '#capabilities/catalogue';

/** What the pages that review procedures lean on beside the doors of every surface. */
export interface ReviewDeps {
  readonly design: Pick<DesignServices, 'lint' | 'key'>;
}
