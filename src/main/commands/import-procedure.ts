import { importProcedure, openPackage, trustKey } from '#capabilities/catalogue';
import type { Ctx } from '#platform/context';
import { Refused } from '../refused.ts';
import { type Command, line } from './command.ts';
import { packageBytes } from './package-file.ts';
import { refusedPackage, withPackages } from './with-packages.ts';

const became = {
  'in-force': 'is in force now',
  waiting: 'waits for its date of effect',
  'there-already': 'stood here already, with the same bytes',
};

export const importProcedureCommand: Command = {
  name: 'import-procedure',
  summary: 'publishes a procedure from a signed package',
  words: ['<file>'],
  options: {
    '--trust=': 'trusts this key, which signed the package, from now on',
    '--name=': 'whose key it is, with --trust',
  },
  details:
    'The package keeps its version, its bytes and its signature. One signed by a key that is not known here is refused, and the key\nis named: ask its sender for it by another way before you trust it.',
  async run({ typed, console, settings }) {
    const [file = ''] = typed.words;
    const bytes = packageBytes(file);
    const { '--trust': trusted, '--name': name = '' } = typed.options;
    if (trusted !== undefined && name === '') throw new Refused('--trust needs --name: whose key it is.', 2);
    const imported = await withPackages(settings(), 'import-procedure', async (ctx, services) => {
      if (trusted !== undefined) await trust(ctx, bytes, { file, key: String(trusted), name: String(name) });
      return importProcedure(ctx, services, bytes);
    });
    if (!imported.ok) throw refusedPackage(file, imported.refusal);
    const { code, version, signer, became: how } = imported.value;
    line(
      console.out,
      `Version ${version} of ${code} ${became[how]}; signed by ${signer.name ?? 'this instance'} (${signer.id}).`,
    );
    return 0;
  },
};

async function trust(
  ctx: Ctx,
  bytes: Uint8Array,
  { file, key, name }: { readonly file: string; readonly key: string; readonly name: string },
): Promise<void> {
  const opened = openPackage(bytes);
  if (!opened.ok) throw refusedPackage(file, opened.refusal);
  const { id, publicKey } = opened.value.signer;
  if (id !== key) throw new Refused(`${file} is signed by ${id}, not by ${key}; nothing was trusted.`);
  const kept = await trustKey(ctx, publicKey, name);
  if (!kept.ok) throw refusedPackage(file, kept.refusal);
}
