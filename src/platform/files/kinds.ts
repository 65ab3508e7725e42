import { fileTypeFromBuffer } from 'file-type';
import { done, type Outcome, refused } from '#kernel/outcome';
import { imageSize, isDrawable } from './image-size.ts';

export const fileKinds = ['pdf', 'png', 'jpeg'] as const;
export type FileKind = (typeof fileKinds)[number];

const byMime: Readonly<Record<string, FileKind>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpeg',
};
const endings: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
};

const markup = /<\s*(!doctype\s+html|html|script|svg|body|iframe|\?xml)/i;

/**
 * What content really is, whatever its name says, by its first and last bytes alone; looking deeper is for the limited
 * child process. Refusals: `file.empty`, `file.disguised`, `file.not-allowed`, `file.polyglot`, `file.unreadable`,
 * `file.image-too-large`.
 */
export async function judgeContent(bytes: Buffer, name: string): Promise<Outcome<FileKind>> {
  if (bytes.length === 0) return refused({ code: 'file.empty' });
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = byMime[(await fileTypeFromBuffer(bytes))?.mime ?? ''];
  const claimed = fileKinds.find((each) => endings[each].includes(ending));
  if (!kind) return refused({ code: claimed ? 'file.disguised' : 'file.not-allowed' });
  if (ending !== '' && claimed !== kind) return refused({ code: 'file.disguised' });
  const fault = kind === 'pdf' ? pdfProblem(bytes) : imageProblem(bytes, kind);
  return fault ? refused({ code: fault }) : done(kind);
}

function pdfProblem(bytes: Buffer): string | undefined {
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') return 'file.polyglot';
  if (markup.test(bytes.toString('latin1', 0, 1024)) || hasZipEnd(bytes)) return 'file.polyglot';
  return undefined;
}

function imageProblem(bytes: Buffer, kind: 'png' | 'jpeg'): string | undefined {
  if (markup.test(bytes.toString('latin1', 0, 1024)) || hasZipEnd(bytes)) return 'file.polyglot';
  if (markup.test(bytes.toString('latin1', Math.max(0, bytes.length - 65_536)))) return 'file.polyglot';
  const size = imageSize(bytes, kind);
  if (!size) return 'file.unreadable';
  return isDrawable(size) ? undefined : 'file.image-too-large';
}

/** A zip is read from its end: the same bytes can be two files. */
const hasZipEnd = (bytes: Buffer): boolean =>
  bytes.subarray(-65_600).includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
