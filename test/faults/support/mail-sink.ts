import { createServer, type Socket } from 'node:net';

export interface Letter {
  /** The outward key: a repetition carries the same. */
  readonly messageId: string;
  readonly to: string;
  readonly data: string;
}

export interface MailSink {
  readonly url: string;
  /** Every message as it was taken, repetitions too. */
  readonly taken: readonly Letter[];
  /** Called when a message is taken and its sender has not been told yet. */
  onTaken: (letter: Letter) => void;
  close(): Promise<void>;
}

/** A mail server of the least kind (RFC 5321) that can strike between the effect and its acknowledgement. */
export async function aMailSink(): Promise<MailSink> {
  const taken: Letter[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    let to = '';
    let data: string | undefined;
    let rest = '';
    const say = (line: string): void => void (socket.destroyed || socket.write(`${line}\r\n`));
    const hear = (line: string): void => {
      if (data !== undefined) {
        if (line !== '.') {
          data += `${line}\n`;
          return;
        }
        const letter = { messageId: /^message-id: *(\S+)/im.exec(data)?.[1] ?? '', to, data };
        data = undefined;
        taken.push(letter);
        sink.onTaken(letter);
        say('250 kept');
        return;
      }
      const verb = line.split(/[ :]/)[0]?.toUpperCase();
      if (verb === 'RCPT') to = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (verb === 'DATA') {
        data = '';
        say('354 go on');
      } else say(verb === 'QUIT' ? '221 bye' : '250 ok');
    };
    say('220 sink');
    socket.setEncoding('utf8').on('data', (chunk) => {
      rest += String(chunk);
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        hear(line);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const sink: MailSink = {
    url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    taken,
    onTaken: () => {},
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close().unref();
    },
  };
  return sink;
}
