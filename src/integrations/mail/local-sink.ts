import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { done, refused } from '#kernel/outcome';
import type { MailPort } from '#ports/messages';
import { composeMessage, isSafeAddress, type Sender } from './compose.ts';

/**
 * E-mail that stays at home: one `.eml` file per message in a folder, for demonstration and tests. The file is named
 * by the outward key, so a repetition replaces it.
 */
export function mailToFolder(folder: string, sender: Sender): MailPort {
  return {
    async send(mail) {
      if (!isSafeAddress(mail.to)) return refused({ code: 'address-refused' });
      if (!/^[\w-]+$/.test(mail.key)) throw new Error('The key of a message names its file');
      const file = path.join(folder, `${mail.key}.eml`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(`${file}.part`, await composeMessage(sender, mail), { mode: 0o600 });
        await rename(`${file}.part`, file);
      } catch (error) {
        return refused({
          code: 'unreachable',
          details: { answer: String((error as { code?: string }).code ?? 'disk') },
        });
      }
      return done({ receipt: `${mail.key}.eml` });
    },
  };
}
