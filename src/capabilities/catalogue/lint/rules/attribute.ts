/** Value of an attribute in an opening tag. @param name a pattern: `id`, `\\w+:papers` */
export const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`(?<![\\w:])${name}\\s*=\\s*"([^"]*)"`).exec(tag)?.[1];
