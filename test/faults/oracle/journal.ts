import { existsSync, readFileSync } from 'node:fs';

export interface JournalLine {
  readonly line: 'ask' | 'answer' | 'canary' | 'fault';
  readonly n?: number;
  readonly what?: string;
  readonly key?: string;
  readonly body?: string;
  readonly outcome?: 'done' | 'refused' | 'unavailable' | 'lost';
  readonly code?: string;
  readonly text?: string;
  readonly [more: string]: unknown;
}

/** A request with what came of it; without an answer the effect may stand or not, but once at most. */
export interface Asked {
  readonly ask: JournalLine;
  readonly answer: JournalLine | undefined;
}

export interface ReadJournal {
  readonly asked: readonly Asked[];
  readonly canaries: readonly string[];
}

/** A half line at the end is what a killed client was writing. */
export function readJournal(file: string | undefined): ReadJournal {
  const asked = new Map<number, { ask: JournalLine; answer: JournalLine | undefined }>();
  const canaries: string[] = [];
  const text = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : '';
  for (const each of text.split('\n')) {
    let line: JournalLine;
    try {
      line = JSON.parse(each) as JournalLine;
    } catch {
      continue;
    }
    if (line.line === 'canary' && line.text !== undefined) canaries.push(line.text);
    else if (line.line === 'ask' && line.n !== undefined) asked.set(line.n, { ask: line, answer: undefined });
    else if (line.line === 'answer' && line.n !== undefined) {
      const known = asked.get(line.n);
      if (known) known.answer = line;
    }
  }
  return { asked: [...asked.values()], canaries };
}
