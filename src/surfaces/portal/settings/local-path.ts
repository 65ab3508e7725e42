/**
 * A path of our own to go back to, as a browser would read it, else the home page: `//host`, `/\host`, control signs and
 * other schemes lead nowhere. The token of a form is dropped, for addresses are seen by others.
 */
export function localPath(wanted: string | undefined): string {
  if (wanted === undefined || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return '/';
  const here = 'http://here.invalid';
  let url: URL;
  try {
    url = new URL(wanted, here);
  } catch {
    return '/';
  }
  if (url.origin !== here || url.pathname.startsWith('//')) return '/';
  url.searchParams.delete('_csrf');
  // A link that sets something must not lead to another that does.
  return url.pathname === '/cai-dat' ? '/' : `${url.pathname}${url.search}${url.hash}`;
}
