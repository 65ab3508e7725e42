/**
 * Labels come from outside (a path, a task name), and each new value is a new series for ever: after `most` values
 * all others share one name.
 */
export function boundedLabel(most: number): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (known.size >= most) return 'other';
    known.add(value);
    return value;
  };
}

const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
export const methodLabel = (method: string): string => (methods.has(method) ? method : 'other');
export const statusLabel = (status: number): string =>
  status >= 100 && status <= 599 ? String(status) : 'other';
