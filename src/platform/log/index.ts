import { pino } from 'pino';

/** JSON lines with ids, never with names, numbers or contents of persons. */
export interface Log {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
  child(fields: Record<string, unknown>): Log;
}

/** @param level one of debug, info, warn, error, silent */
export const createLog = (name: string, level: string): Log =>
  pino(
    {
      name,
      level,
      base: { process: name },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: describeError },
    },
    pino.destination(2),
  );

/**
 * Only what helps and cannot hold personal data: PostgreSQL's `detail` (values of a row) is left out. The log describes what
 * its caller has described already, so a description is described as itself.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (typeof error !== 'object' || error === null || !('message' in error)) return { message: String(error) };
  const { name, type, code, message, stack } = error as Record<string, unknown>;
  return { type: error instanceof Error ? name : type, code, message, stack };
}
