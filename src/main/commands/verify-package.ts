import { unpackProcedure } from '#capabilities/catalogue';
import { Refused } from '../refused.ts';
import { type Command, line } from './command.ts';
import { packageBytes } from './package-file.ts';
import { refusedPackage } from './with-packages.ts';

export const verifyPackageCommand: Command = {
  name: 'verify-package',
  summary: 'says what a package holds, who signed it and whether it is unchanged',
  words: ['<file>'],
  options: { '--key=': 'fingerprint of the key that must have signed it' },
  details:
    'Names, hashes, signature and definition are judged as at an import; no database is asked and nothing is kept. The fingerprint\nof an instance stands on its page /khoa-ky.',
  async run({ typed, console }) {
    const [file = ''] = typed.words;
    const unpacked = unpackProcedure(packageBytes(file));
    if (!unpacked.ok) throw refusedPackage(file, unpacked.refusal);
    const { content, signer } = unpacked.value;
    const { '--key': key } = typed.options;
    if (key !== undefined && key !== signer.id)
      throw new Refused(`${file} is unchanged, but signed by ${signer.id}, not by ${String(key)}.`);
    const { code, version, name, validFrom } = content.definition;
    line(console.out, `${name.vi} (${code}), version ${version}, in force from ${validFrom}.`);
    line(
      console.out,
      key === undefined
        ? `Unchanged since it was signed by ${signer.id}. Compare this with the fingerprint of whom you think it is from.`
        : `Unchanged since it was signed by ${signer.id}, as you expected.`,
    );
    return 0;
  },
};
