import { judgedPage, type ProcedureDefinition } from '#capabilities/forms';
import { type Asset, assetOf } from '#platform/http';
import type { Log } from '#platform/log';
import { standaloneCheck } from '#platform/validation';
import type { PageChecks } from '#surfaces/shared';
import { pageScript } from './bundle.ts';

/** Compressed, with heads: what a page of a citizen may fetch of script (docs/operating/performance.md). */
export const scriptBudget = 15_000;
/** Of three answers; most of them is the content policy. */
const heads = 2_850;
/** About 3 kB each. */
const mostKept = 2_000;

export interface PageCheckParts {
  readonly root: string;
  /** Where scripts are served from; this adds to it. */
  readonly served: Map<string, Asset>;
  /** Scripts that stand on such a page anyway, by their paths. */
  readonly beside: readonly string[];
  readonly log: Pick<Log, 'error'>;
}

/**
 * Scripts that judge a page of a published version in the browser, under addresses that hold their hash. Each is compiled when its
 * version is published or first shown (1 ms of the serving thread; bundling and compressing are done beside it). Until it is there,
 * and where it would be too heavy, the page goes without.
 */
export function makePageChecks({ root, served, beside, log }: PageCheckParts): PageChecks {
  const known = new Map<string, { readonly src: string | undefined; readonly needs: readonly string[] }>();
  const making = new Map<string, Promise<void>>();
  const others = beside.reduce((all, path) => all + (served.get(path)?.brotli.length ?? 0), heads);

  async function make(key: string, definition: ProcedureDefinition, page: string): Promise<void> {
    const judged = judgedPage(definition.form, page);
    if (!judged) return void known.set(key, { src: undefined, needs: [] });
    const text = await pageScript(root, judged.page, standaloneCheck(judged.schema));
    const asset = await assetOf(`kiem-tra-${key.replace(/[^\w.-]+/g, '-')}.js`, {
      type: 'text/javascript; charset=utf-8',
      text,
    });
    const fits = others + asset.brotli.length <= scriptBudget;
    if (known.size >= mostKept) {
      for (const { src } of known.values()) if (src !== undefined) served.delete(src);
      known.clear();
    }
    if (fits) served.set(asset.path, asset);
    known.set(key, { src: fits ? asset.path : undefined, needs: judged.needs });
  }

  function begin(key: string, definition: ProcedureDefinition, page: string): Promise<void> {
    const running = making.get(key);
    if (running) return running;
    const made = make(key, definition, page)
      .catch((error: unknown) => {
        known.set(key, { src: undefined, needs: [] });
        log.error({ page: key, error }, 'the check of a page could not be compiled; the page goes without');
      })
      .finally(() => making.delete(key));
    making.set(key, made);
    return made;
  }
  const keyOf = ({ code, version }: ProcedureDefinition, page: string): string =>
    `${code}-${version}-${page}`;

  return {
    find(definition, page) {
      const key = keyOf(definition, page);
      const found = known.get(key);
      if (!found) void begin(key, definition, page);
      return found?.src === undefined ? undefined : { src: found.src, needs: found.needs };
    },
    async prepare(published) {
      try {
        const definition = await published;
        for (const { id } of definition.form.pages) await begin(keyOf(definition, id), definition, id);
      } catch (error) {
        log.error(
          { error },
          'the checks of a published version were not compiled; each is when it is first shown',
        );
      }
    },
  };
}
