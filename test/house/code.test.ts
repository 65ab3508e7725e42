import { describe, it } from 'node:test';
import { clockAndChance, inlineStyle, sizes, sleepingTests, strayFiles, strayStatements } from './code.ts';
import { assertFinds, assertNone, houseFiles } from './files.ts';

const files = houseFiles();
const planted = (name: string, text: string) => new Map([[name, text]]);

describe('code of the house', () => {
  it('is written in small files', () => assertNone(sizes(files)));
  it('takes time and chance from where it is told', () => assertNone(clockAndChance(files)));
  it('has no test that sleeps', () => assertNone(sleepingTests(files)));
  it('keeps SQL in .sql files of rooms', () => {
    assertNone(strayStatements(files));
    assertNone(strayFiles(files));
  });
  it('writes no inline style and no handler', () => assertNone(inlineStyle(files)));
});

describe('the rules of code find a planted fault', () => {
  it('a house of long files', () => {
    assertFinds(sizes(planted('src/kernel/long.ts', 'x\n'.repeat(300))), 'src', 'src');
    assertFinds(sizes(planted('src/kernel/long.test.ts', 'x\n'.repeat(300))));
  });
  it('a clock of one’s own, though not in a comment', () => {
    const text =
      '// Date.now() is forbidden\nconst a = new Date();\nconst b = new Date(ms);\nconst c = Math.random();\n';
    const where = 'src/capabilities/dossiers/a.ts';
    assertFinds(clockAndChance(planted(where, text)), `${where}:2`, `${where}:4`);
    assertFinds(clockAndChance(planted('src/main/a.ts', text)));
  });
  it('a sleeping test', () => {
    const skip = 'skip';
    const text = [
      `test.${skip}('a', f);`,
      "it('b', { to" + 'do: true }, f);',
      `it('c', (t) => t.${skip}());`,
      "it('d', f);",
    ].join('\n');
    const where = 'src/a/b.test.ts';
    assertFinds(sleepingTests(planted(where, text)), `${where}:1`, `${where}:2`, `${where}:3`);
  });
  it('a statement in a page', () => {
    const where = 'src/surfaces/office/inbox/inbox.page.ts';
    const text =
      'const rows = await db.query(`select id\n from dossiers.dossier`);\nconst word = "select a unit";\n';
    assertFinds(strayStatements(planted(where, text)), `${where}:1`);
    assertFinds(strayFiles(planted('src/surfaces/office/a.sql', 'select 1')), 'src/surfaces/office/a.sql');
  });
  it('a style and a handler', () => {
    const where = 'src/surfaces/portal/home/home.view.ts';
    const text =
      'html`<p style="color:red">`;\nhtml`<a href="/" onclick="go()">`;\nhtml`<script>go()</script>`;\nhtml`<script src="/a.js" defer></script><p class="style">`;\n';
    assertFinds(inlineStyle(planted(where, text)), `${where}:1`, `${where}:2`, `${where}:3`);
  });
});
