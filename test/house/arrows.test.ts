import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { findWrongArrows } from '../check/arrows.ts';
import { readText } from '../support/tree.ts';
import { assertFinds } from './files.ts';

const plan = {
  floors: [
    { name: 'kernel', path: 'src/kernel', mayImport: [] },
    { name: 'platform', path: 'src/platform', mayImport: ['kernel'] },
    { name: 'capabilities', path: 'src/capabilities', mayImport: ['kernel', 'platform'] },
    { name: 'integrations', path: 'src/integrations', mayImport: ['kernel', 'platform', 'ports'] },
    { name: 'surfaces', path: 'src/surfaces', mayImport: ['kernel', 'platform', 'doors', 'surfaces/shared'] },
    { name: 'main', path: 'src/main', mayImport: ['*'] },
  ],
  rooms: { '1': ['audit'], '2': ['dossiers'] },
  pipes: { pg: 'src/platform/db' },
};

/** A house that obeys: every file of it is imported somewhere below. */
const lawful = {
  'src/kernel/ids.ts': "export const id = 'a';",
  'src/platform/db/index.ts': "export { pool } from './pool.ts';",
  'src/platform/db/pool.ts': "import { id } from '#kernel/ids';\nexport const pool = id;",
  'src/platform/sessions/index.ts': "import { pool } from '#platform/db';\nexport const sessions = pool;",
  'src/capabilities/audit/index.ts':
    "export { record } from './record.ts';\nexport type { Port } from './ports.ts';",
  'src/capabilities/audit/ports.ts': 'export interface Port { a: 1 }',
  'src/capabilities/audit/record.ts': "import { pool } from '#platform/db';\nexport const record = pool;",
  'src/capabilities/dossiers/index.ts':
    "import { record } from '#capabilities/audit';\nexport const dossier = record;",
  'src/integrations/mail/index.ts':
    "import type { Port } from '#ports/audit';\nexport const mail: Port = { a: 1 };",
  'src/surfaces/portal/home.ts':
    "import { dossier } from '#capabilities/dossiers';\nexport const home = dossier;",
  'src/main/web.ts':
    "import { home } from '../surfaces/portal/home.ts';\nimport { mail } from '../integrations/mail/index.ts';\nexport const web = [home, mail];",
};

async function arrowsOf(extra: Readonly<Record<string, string>>) {
  const base = mkdtempSync(path.join(tmpdir(), 'house-'));
  try {
    const { imports } = JSON.parse(readText('package.json')) as { imports: unknown };
    const files = {
      ...lawful,
      ...extra,
      'house.plan.json': JSON.stringify(plan),
      'package.json': JSON.stringify({ type: 'module', imports }),
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(base, name)), { recursive: true });
      writeFileSync(path.join(base, name), `${text}\n`);
    }
    return await findWrongArrows(base);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

const planted: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'upward, from platform to a room': ['src/platform/db/up.ts', "import '#capabilities/audit';"],
  'upward, from a room to a room above': [
    'src/capabilities/audit/up.ts',
    "import type {} from '#capabilities/dossiers';",
  ],
  'past the door of a room': ['src/capabilities/dossiers/deep.ts', "import '../audit/ports.ts';"],
  'past the door of a pipe': ['src/capabilities/audit/deep.ts', "import '../../platform/db/pool.ts';"],
  'from one surface to another': ['src/surfaces/office/a.ts', "import '../portal/home.ts';"],
  'from an integration to a door': ['src/integrations/sms/a.ts', "import '#capabilities/audit';"],
  'from a surface to an integration': [
    'src/surfaces/portal/a.ts',
    "import '../../integrations/mail/index.ts';",
  ],
  'to main': ['src/surfaces/portal/b.ts', "import '../../main/web.ts';"],
  'to nowhere': ['src/kernel/lost.ts', "import './nothing.ts';"],
  'from what ships to a builder': ['src/capabilities/audit/b.ts', "import './testing/builders.ts';"],
  'a room without a rank': ['src/capabilities/stray/a.ts', "import '#platform/db';"],
};

describe('arrows', () => {
  it('are content with a lawful house', async () => assertFinds(await arrowsOf({})));
  it('let a test use builders of lower rooms', async () => {
    const builder = { 'src/capabilities/audit/testing/builders.ts': 'export const anEntry = 1;' };
    const test = { 'src/capabilities/dossiers/a.db.test.ts': "import '#builders/audit';" };
    assertFinds(await arrowsOf({ ...builder, ...test }));
  });
  for (const [name, [file, text]] of Object.entries(planted))
    it(`find one ${name}`, async () => {
      const builder = { 'src/capabilities/audit/testing/builders.ts': 'export const anEntry = 1;' };
      const found = (await arrowsOf({ ...builder, [file]: text })).map(({ where }) => where);
      const expected = name.startsWith('a room') ? ['src/capabilities/stray'] : [`${file}:1`];
      assertFinds(
        found.slice(0, 1).map((where) => ({ where, what: '' })),
        ...expected,
      );
    });
  it('find a circle', async () => {
    const found = await arrowsOf({
      'src/kernel/a.ts': "import './b.ts';",
      'src/kernel/b.ts': "import './a.ts';",
    });
    assertFinds(found, 'src/kernel/a.ts:1');
  });
});
