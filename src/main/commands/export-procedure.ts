import { writeFileSync } from 'node:fs';
import { exportProcedure } from '#capabilities/catalogue';
import { Refused } from '../refused.ts';
import { type Command, line } from './command.ts';
import { refusedPackage, withPackages } from './with-packages.ts';

export const exportProcedureCommand: Command = {
  name: 'export-procedure',
  summary: 'writes a published procedure as one signed package',
  words: ['<code>'],
  options: {
    '--version=': 'which version; the one in force when silent',
    '--out=': 'the file to write; <code>-v<version>.zip in the current folder when silent',
  },
  details:
    'The package holds form, documents, fees, workflow, decisions and templates, and is signed with the key of this instance.\nThe same version always gives the same bytes.',
  async run({ typed, console, settings }) {
    const [code = ''] = typed.words;
    const asked = typed.options['--version'];
    if (asked !== undefined && !/^[1-9]\d{0,8}$/.test(String(asked)))
      throw new Refused(`--version is a number such as 3, not "${asked}".`, 2);
    const exported = await withPackages(settings(), 'export-procedure', (ctx, services) =>
      exportProcedure(ctx, services, { code, ...(asked ? { version: Number(asked) } : {}) }),
    );
    if (!exported.ok) throw refusedPackage(code, exported.refusal);
    const { version, bytes } = exported.value;
    const out = typed.options['--out'] ?? `${code}-v${version}.zip`;
    writeFileSync(String(out), bytes);
    line(console.out, `Wrote version ${version} of ${code} into ${out} (${bytes.length} bytes).`);
    return 0;
  },
};
