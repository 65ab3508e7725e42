import type { Outcome } from '#kernel/outcome';
import { problem, type Reply } from '#platform/http';
import type { Doors } from '#surfaces/shared';

/** A drawn paper as a file to keep; it is nobody else's, so nothing on the way may store it. */
export function paperReply(
  doors: Doors,
  drawn: Outcome<{ readonly bytes: Uint8Array; readonly fileName: string }>,
): Reply {
  if (!drawn.ok) return problem('not-found');
  return {
    kind: 'bytes',
    status: 200,
    type: 'application/pdf',
    bytes: drawn.value.bytes,
    headers: { 'content-disposition': doors.files.disposition(drawn.value.fileName) },
  };
}
