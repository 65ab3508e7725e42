import { createHash } from 'node:crypto';
import { done, refused } from '#kernel/outcome';
import type { FileDoor } from '#surfaces/shared';

const starts: readonly (readonly [string, Buffer])[] = [
  ['pdf', Buffer.from('%PDF-')],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff])],
];

/** Judges by the first bytes and keeps nothing. */
export const fakeFiles = (): Pick<FileDoor, 'rule' | 'accept' | 'disposition'> => ({
  rule: { vi: 'Ảnh hoặc PDF, mỗi tệp tối đa 10 MB.', en: 'Photos or PDF, at most 10 MB each.' },
  async accept(file) {
    const parts: Buffer[] = [];
    for await (const part of file.stream) parts.push(part as Buffer);
    const bytes = Buffer.concat(parts);
    if (bytes.length === 0) return refused({ code: 'file.empty' });
    const kind = starts.find(([, start]) => bytes.subarray(0, start.length).equals(start))?.[0];
    if (!kind) return refused({ code: 'file.disguised' });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return done({ sha256, name: file.name, size: bytes.length, kind });
  },
  disposition: (name) => `attachment; filename="${name}"`,
});
