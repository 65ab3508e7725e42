import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Findings } from './findings.ts';
import type { Shelf } from './shelf.ts';

const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}

/** Every stored file by the hash that its name promises. */
function storedFiles(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const name = path.basename(entry.name, path.extname(entry.name));
    if (isHash(name)) found.set(name, path.join(entry.parentPath, entry.name));
  }
  return found;
}

/** I9: each stored file is what its name says, and what was acknowledged or hangs on a dossier is there. */
export async function judgeContents(
  { client }: Shelf,
  folder: string,
  acknowledged: readonly string[],
  findings: Findings,
): Promise<void> {
  const stored = storedFiles(folder);
  for (const [name, file] of stored) {
    findings.look('I9');
    if ((await hashOf(file)) !== name)
      findings.break('I9', `the content of ${name} is not what its name says`);
  }
  for (const sha256 of acknowledged)
    if (!stored.has(sha256)) findings.break('I9', `upload ${sha256} was acknowledged and is not there`);
  const { rows } = await client.query<{ sha256: string; size: string }>(
    `select distinct sha256, size::text from dossiers.document where sha256 is not null
     union select distinct sha256, size::text from dossiers.draft_file`,
  );
  for (const { sha256, size } of rows) {
    const file = stored.get(sha256);
    // Rows made in bulk by a workload name papers that were never uploaded; only what was acknowledged must be there.
    if (file === undefined) findings.pass('paper without an upload');
    else if (statSync(file).size !== Number(size))
      findings.break('I9', `${sha256} has another size than its row says`);
  }
}

/** I10: planted texts stand in no log. */
export function judgeLeaks(canaries: readonly string[], logs: readonly string[], findings: Findings): void {
  for (const file of logs) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    findings.look('I10');
    for (const canary of canaries)
      if (text.includes(canary))
        findings.break('I10', `${path.basename(file)} holds “${canary.slice(0, 24)}…”`);
  }
}
