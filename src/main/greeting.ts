import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Settings } from './config/settings.ts';

/** One invented person or officer that somebody may sign in as. */
const account = z.object({
  who: z.string(),
  where: z.string(),
  signIn: z.string(),
});
const accountsFile = 'samples/an-giang/demo-accounts.json';

const tries = [
  'Tìm "khai sinh" và nộp một hồ sơ từ điện thoại · find "khai sinh" and file a dossier: {origin}/thu-tuc?q=khai+sinh',
  'Tiếp nhận hồ sơ đó ở Một cửa · receive it as an officer: {origin}/mot-cua',
  'Tra cứu bằng mã và khoá trên giấy hẹn · follow it with the code and secret of the receipt: {origin}/tra-cuu',
];

/** What is printed when everything answers: one line that tools look for, then what people need to begin. */
export async function greeting(settings: Settings, origin: string): Promise<string[]> {
  const ready = `Một Cửa is ready at ${origin}`;
  if (!settings.demo) return [ready];
  const accounts = await demoAccounts(settings.root);
  const widest = Math.max(0, ...accounts.map(({ who }) => who.length));
  return [
    ready,
    '',
    ...(accounts.length > 0 ? ['Tài khoản dùng thử · Demo accounts'] : []),
    ...accounts.map(({ who, where, signIn }) => `  ${who.padEnd(widest)}  ${origin}${where}  ${signIn}`),
    ...(accounts.length > 0 ? [''] : []),
    'Ba việc để thử · Three things to try',
    ...tries.map((each, index) => `  ${index + 1}. ${each.replace('{origin}', origin)}`),
    '',
    'Ctrl-C để dừng, dữ liệu được giữ · Ctrl-C stops it, data is kept.',
  ];
}

async function demoAccounts(root: string): Promise<readonly z.output<typeof account>[]> {
  let text: string;
  try {
    text = await readFile(path.join(root, accountsFile), 'utf8');
  } catch {
    return [];
  }
  return z.array(account).parse(JSON.parse(text));
}
