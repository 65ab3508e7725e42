import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkTemplate, type PaperTemplate } from './template.ts';

/** The templates in use. A paper remembers id and version, so an old paper can be drawn again as it was. */
export interface PaperShelf {
  readonly ids: readonly string[];
  /** The template, newest version unless one is named; undefined when there is none. */
  find(id: string, version?: number): PaperTemplate | undefined;
}

/** Reads `<folder>/<template id>/v<version>.json`. A bad template stops the start with its file and its faults. */
export async function loadTemplates(folder: string): Promise<PaperShelf> {
  const byId = new Map<string, Map<number, PaperTemplate>>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const versions = new Map<number, PaperTemplate>();
    for (const file of await readdir(join(folder, entry.name))) {
      if (!/^v\d+\.json$/.test(file)) continue;
      const path = join(folder, entry.name, file);
      const checked = checkTemplate(JSON.parse(await readFile(path, 'utf8')));
      if (!checked.ok) throw new Error(`${path}: ${checked.refusal.problems.join('; ')}`);
      const { id, version } = checked.value;
      if (id !== entry.name || file !== `v${version}.json`)
        throw new Error(
          `${path}: holds template "${id}" version ${version}; folder and file must say the same`,
        );
      versions.set(version, checked.value);
    }
    if (versions.size > 0) byId.set(entry.name, versions);
  }
  return {
    ids: [...byId.keys()].sort(),
    find(id, version) {
      const versions = byId.get(id);
      return versions?.get(version ?? Math.max(...versions.keys()));
    },
  };
}
