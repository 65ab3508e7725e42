/** A block-structured diagram: every split is joined by its own join. Tasks and conditions carry their names. */
export type Block =
  | { readonly kind: 'task'; readonly id: string }
  | { readonly kind: 'sequence' | 'parallel'; readonly parts: readonly Block[] }
  | { readonly kind: 'exclusive' | 'inclusive'; readonly id: string; readonly parts: readonly Block[] }
  | { readonly kind: 'loop'; readonly id: string; readonly part: Block }
  | { readonly kind: 'sub'; readonly part: Block };

/** `none:a,b` holds when neither `a` nor `b` does. */
const noneOf = (conditions: readonly string[]) => `none:${conditions.join(',')}`;

interface Ends {
  readonly in: string;
  readonly out: string;
}

class Writer {
  readonly #guarded: boolean;
  #count = 0;
  #lines: string[] = [];

  constructor(guarded: boolean) {
    this.#guarded = guarded;
  }

  #id(prefix: string): string {
    return `${prefix}${++this.#count}`;
  }
  #node(tag: string, attributes = ''): string {
    const id = this.#id('n');
    this.#lines.push(`<${tag} id="${id}"${attributes}/>`);
    return id;
  }
  #flow(from: string, to: string, condition?: string, id = this.#id('f')): void {
    const inner = condition && `<conditionExpression language="feel">${condition}</conditionExpression>`;
    this.#lines.push(
      `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inner ?? ''}</sequenceFlow>`,
    );
  }

  #branches(tag: string, parts: readonly Block[], condition: (at: number) => string | undefined): Ends {
    const fallback = this.#id('f');
    const byDefault = tag === 'parallelGateway' ? '' : ` default="${fallback}"`;
    const ends = { in: this.#node(tag, byDefault), out: this.#node(tag) };
    parts.forEach((part, at) => {
      const inner = this.block(part);
      const last = at === parts.length - 1 && byDefault !== '';
      this.#flow(ends.in, inner.in, last ? undefined : condition(at), last ? fallback : undefined);
      this.#flow(inner.out, ends.out);
    });
    return ends;
  }

  /** The same as an inclusive block, for an engine without inclusive joins: all ways, each with its own guard. */
  #guards(id: string, parts: readonly Block[]): Ends {
    const names = parts.slice(0, -1).map((_, at) => `${id}.${at}`);
    const ends = { in: this.#node('parallelGateway'), out: this.#node('parallelGateway') };
    parts.forEach((part, at) => {
      const around = this.#id('f');
      const [split, merge] = [
        this.#node('exclusiveGateway', ` default="${around}"`),
        this.#node('exclusiveGateway'),
      ];
      const inner = this.block(part);
      this.#flow(ends.in, split);
      this.#flow(split, inner.in, names[at] ?? noneOf(names));
      this.#flow(inner.out, merge);
      this.#flow(split, merge, undefined, around);
      this.#flow(merge, ends.out);
    });
    return ends;
  }

  block(block: Block): Ends {
    switch (block.kind) {
      case 'task':
        this.#lines.push(`<userTask id="${block.id}"/>`);
        return { in: block.id, out: block.id };
      case 'sequence': {
        const ends = block.parts.map((part) => this.block(part));
        ends.slice(1).forEach((each, at) => this.#flow(ends[at]!.out, each.in));
        return { in: ends[0]!.in, out: ends.at(-1)!.out };
      }
      case 'parallel':
        return this.#branches('parallelGateway', block.parts, () => undefined);
      case 'exclusive':
        return this.#branches('exclusiveGateway', block.parts, (at) => `${block.id}.${at}`);
      case 'inclusive':
        return this.#guarded
          ? this.#guards(block.id, block.parts)
          : this.#branches('inclusiveGateway', block.parts, (at) => `${block.id}.${at}`);
      case 'loop': {
        const onward = this.#id('f');
        const ends = {
          in: this.#node('exclusiveGateway'),
          out: this.#node('exclusiveGateway', ` default="${onward}"`),
        };
        const [inner, after] = [this.block(block.part), this.#node('exclusiveGateway')];
        this.#flow(ends.in, inner.in);
        this.#flow(inner.out, ends.out);
        this.#flow(ends.out, ends.in, `again:${block.id}`);
        this.#flow(ends.out, after, undefined, onward);
        return { in: ends.in, out: after };
      }
      case 'sub': {
        const outside = this.#lines;
        const [id, inner] = [this.#id('n'), this.process(block.part)];
        this.#lines = [...outside, `<subProcess id="${id}">${inner}</subProcess>`];
        return { in: id, out: id };
      }
    }
  }

  process(block: Block): string {
    this.#lines = [];
    const [start, end] = [this.#node('startEvent'), this.#node('endEvent')];
    const inner = this.block(block);
    this.#flow(start, inner.in);
    this.#flow(inner.out, end);
    return this.#lines.join('\n');
  }
}

/** Definitions around the inside of a process, in the standard's namespace. */
export const bpmnFile = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:mc="https://motcua.vn/bpmn/1.0"
  id="file" targetNamespace="urn:test"><process id="process" isExecutable="true">${inner}</process></definitions>`;

/** A block as a BPMN file; `guarded` writes inclusive gateways as parallel ones with a guard on each branch. */
export const diagramOf = (block: Block, guarded = false): string =>
  bpmnFile(new Writer(guarded).process(block));
