import type { DemoAccount, DemoTour } from './demo-accounts.ts';

const tries = [
  'Tìm "{search}" và nộp một hồ sơ từ điện thoại · find "{search}" and file a dossier: {origin}/thu-tuc?{query}',
  'Tiếp nhận hồ sơ đó ở Một cửa · receive it as an officer: {origin}/mot-cua',
  'Tra cứu bằng mã và khoá trên giấy hẹn · follow it with the code and secret of the receipt: {origin}/tra-cuu',
];

/**
 * What is printed when everything answers: one line that tools look for, then what people need to begin.
 * @param tour of DEMO; undefined without it.
 */
export function greeting(origin: string, tour: DemoTour | undefined): string[] {
  const ready = `Một Cửa is ready at ${origin}`;
  if (tour === undefined) return [ready];
  const { accounts, search } = tour;
  const query = new URLSearchParams({ q: search }).toString();
  const widest = (of: (account: DemoAccount) => string) =>
    Math.max(0, ...accounts.map((account) => of(account).length));
  const who = widest((account) => account.who);
  const name = widest((account) => account.name);
  return [
    ready,
    '',
    ...(accounts.length === 0
      ? []
      : [
          'Tài khoản dùng thử, chọn theo tên, không có mật khẩu · Demo accounts, chosen by name, no password',
          ...accounts.map(
            (each) => `  ${each.who.padEnd(who)}  ${each.name.padEnd(name)}  ${origin}${each.at}`,
          ),
          '',
        ]),
    'Ba việc để thử · Three things to try',
    ...tries.map(
      (each, index) =>
        `  ${index + 1}. ${each.replaceAll('{search}', search).replace('{origin}', origin).replace('{query}', query)}`,
    ),
    '',
    'Ctrl-C để dừng, dữ liệu được giữ · Ctrl-C stops it, data is kept.',
  ];
}
