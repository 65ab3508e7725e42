import { describe, it } from 'node:test';
import { type Plan, readPlan } from '../support/plan.ts';
import { assertFinds, assertNone, houseFiles } from './files.ts';
import { furnishing, migrations, shelves } from './rooms.ts';

const files = houseFiles();
const plan = readPlan();

describe('rooms of the house', () => {
  it('have a door and a README with its seven headings', () => assertNone(furnishing(files, plan)));
  it('keep to their own shelf', () => assertNone(shelves(files, plan)));
  it('change the database by numbered migrations', () => assertNone(migrations(files)));
});

describe('the rules of rooms find a planted fault', () => {
  const small: Plan = {
    floors: [],
    pipes: {},
    rooms: { '1': ['audit'], '2': ['dossiers'] },
    promisedFunctions: ['audit.record'],
  };
  it('an unfurnished room', () => {
    const readme = '# Audit\n## Owns\n## Acts\n## Tables\n## Door\n## Needs\n## Promises\n## Try it\n';
    const rooms = new Map([
      ['src/capabilities/audit/index.ts', ''],
      ['src/capabilities/audit/README.md', readme],
      ['src/capabilities/dossiers/README.md', readme.replace('## Door\n', '')],
    ]);
    assertFinds(furnishing(rooms, small), 'src/capabilities/dossiers', 'src/capabilities/dossiers/README.md');
  });
  it('a hand on another shelf', () => {
    const where = 'src/capabilities/dossiers/commands/file.sql';
    const text = [
      '-- audit.entry is not ours',
      "insert into dossiers.dossier (note) values ('audit.entry');",
      'select audit.record($1), v.id from audit.v_reading v;',
      'select 1 from audit.entry;',
      'select 1 from outbox.fact;',
    ].join('\n');
    const files = new Map([
      [where, text],
      ['database/migrations/0001_ground.sql', 'create schema outbox;'],
    ]);
    assertFinds(shelves(files, small), `${where}:4`, `${where}:5`);
  });
  it('a migration with a wrong name or a number used twice', () => {
    const names = ['0001_a.sql', '0001_b.sql', '2-c.sql'].map((name) => `database/migrations/${name}`);
    assertFinds(migrations(new Map(names.map((name) => [name, '']))), names[1]!, names[2]!);
  });
});
