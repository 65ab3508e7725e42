/**
 * The address to come back to after sign-in, or the fallback: a path of our own, written as browsers would read it.
 * `//host`, `/\host`, tabs and line ends inside, another scheme and the sign-in pages themselves lead nowhere.
 */
export function safeReturn(wanted: string | undefined, fallback: string): string {
  if (wanted === undefined || wanted.length > 500 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted))
    return fallback;
  const here = 'http://here.invalid';
  let url: URL;
  try {
    url = new URL(wanted, here);
  } catch {
    return fallback;
  }
  if (url.origin !== here || url.pathname.startsWith('//')) return fallback;
  if (/^\/(mot-cua\/)?dang-(nhap|xuat)(\/|$)/.test(url.pathname)) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
