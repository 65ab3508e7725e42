import fc from 'fast-check';

/** Work between the fixed steps of a dossier's road, as a test draws it. */
export type Piece =
  | { readonly kind: 'own' | 'desk' | 'asked' | 'asked-list' | 'timer' | 'message' | 'notify' }
  | { readonly kind: 'limited'; readonly interrupts: boolean }
  | { readonly kind: 'both' | 'row' | 'choice' | 'block'; readonly parts: readonly Piece[] };

const leaf: fc.Arbitrary<Piece> = fc.oneof(
  fc.constantFrom<Piece>(
    { kind: 'own' },
    { kind: 'desk' },
    { kind: 'asked' },
    { kind: 'asked-list' },
    { kind: 'timer' },
    { kind: 'message' },
    { kind: 'notify' },
  ),
  fc.boolean().map((interrupts): Piece => ({ kind: 'limited', interrupts })),
);

export const aPiece: fc.Arbitrary<Piece> = fc.letrec<{ piece: Piece }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small', maxDepth: 2, withCrossShrink: true },
    leaf,
    fc.record({
      kind: fc.constantFrom('both' as const, 'row' as const, 'choice' as const, 'block' as const),
      parts: fc.array(tie('piece'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).piece;

interface Ends {
  readonly in: string;
  readonly out: string;
}
const specialist = 'mc:role="specialist" mc:place="competent" mc:does="check" mc:budget="2wd"';

/** Writes a road: receive, what is drawn, appraise, what is drawn, approve, issue, return. */
class Road {
  #count = 0;
  #lines: string[] = [];

  #id(): string {
    return `n${++this.#count}`;
  }
  #node(tag: string, attributes = '', inner = '', id = this.#id()): string {
    this.#lines.push(`<${tag} id="${id}" name="Việc ${id}" ${attributes}>${inner}</${tag}>`);
    return id;
  }
  #one(id: string): Ends {
    return { in: id, out: id };
  }
  #flow(from: string, to: string, condition = '', id = `f${++this.#count}`): void {
    const inner = condition && `<conditionExpression>${condition}</conditionExpression>`;
    this.#lines.push(
      `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inner}</sequenceFlow>`,
    );
  }
  #row(ends: readonly Ends[]): Ends {
    ends.slice(1).forEach((each, at) => this.#flow((ends[at] as Ends).out, each.in));
    return { in: (ends[0] as Ends).in, out: (ends.at(-1) as Ends).out };
  }
  #timer(attribute = '', duration = ''): string {
    return `<timerEventDefinition ${attribute}>${duration && `<timeDuration>${duration}</timeDuration>`}</timerEventDefinition>`;
  }

  piece(piece: Piece): Ends {
    switch (piece.kind) {
      case 'own':
        return this.#one(this.#node('userTask', specialist));
      case 'desk':
        return this.#one(
          this.#node(
            'userTask',
            'mc:role="one-stop-officer" mc:place="receiver" mc:does="check" mc:budget="4h"',
          ),
        );
      case 'asked':
        return this.#one(this.#node('userTask', `${specialist} mc:unit="so-xay-dung"`));
      case 'asked-list': {
        const several = '<multiInstanceLoopCharacteristics />';
        return this.#one(
          this.#node('userTask', `${specialist} mc:list="so-xay-dung, commune-police"`, several),
        );
      }
      case 'timer':
        return this.#one(this.#node('intermediateCatchEvent', 'mc:working="2h"', this.#timer()));
      case 'message':
        return this.#one(this.#node('receiveTask', 'messageRef="tin"'));
      case 'notify':
        return this.#one(this.#node('serviceTask', 'mc:service="notify"'));
      case 'limited': {
        const task = this.#node('userTask', `${specialist} mc:unit="so-xay-dung"`);
        const attached = `attachedToRef="${task}" cancelActivity="${piece.interrupts}"`;
        const timer = this.#node('boundaryEvent', attached, this.#timer('', 'P3D'));
        const merge = this.#node('exclusiveGateway');
        this.#flow(task, merge);
        if (piece.interrupts) this.#flow(timer, merge);
        else
          this.#flow(
            timer,
            this.#row([
              this.#one(this.#node('serviceTask', 'mc:service="remind"')),
              this.#one(this.#node('endEvent')),
            ]).in,
          );
        return { in: task, out: merge };
      }
      case 'row':
        return this.#row(piece.parts.map((part) => this.piece(part)));
      case 'both': {
        const ends = { in: this.#node('parallelGateway'), out: this.#node('parallelGateway') };
        for (const part of piece.parts) {
          const inner = this.piece(part);
          this.#flow(ends.in, inner.in);
          this.#flow(inner.out, ends.out);
        }
        return ends;
      }
      case 'choice': {
        const fallback = `f${++this.#count}`;
        const ends = {
          in: this.#node('exclusiveGateway', `default="${fallback}"`),
          out: this.#node('exclusiveGateway'),
        };
        piece.parts.forEach((part, at) => {
          const inner = this.piece(part);
          const last = at === piece.parts.length - 1;
          this.#flow(ends.in, inner.in, last ? '' : `so &gt; ${at + 1}`, last ? fallback : undefined);
          this.#flow(inner.out, ends.out);
        });
        return ends;
      }
      case 'block': {
        const outside = this.#lines;
        this.#lines = [];
        const start = this.#node('startEvent');
        const ends = this.#row([this.#one(start), ...piece.parts.map((part) => this.piece(part))]);
        this.#flow(ends.out, this.#node('endEvent'));
        const inner = this.#lines.join('\n');
        this.#lines = outside;
        return this.#one(this.#node('subProcess', '', inner));
      }
    }
  }

  write(before: Piece, after: Piece): string {
    const step = (id: string, role: string, place: string, does: string) =>
      this.#one(
        this.#node(
          'userTask',
          `mc:role="${role}" mc:place="${place}" mc:does="${does}" mc:budget="4h"`,
          '',
          id,
        ),
      );
    const ends = this.#row([
      this.#one(this.#node('startEvent')),
      step('tiep-nhan', 'one-stop-officer', 'receiver', 'receive'),
      this.piece(before),
      step('tham-tra', 'specialist', 'competent', 'appraise'),
      this.piece(after),
      step('ky', 'unit-leader', 'competent', 'approve'),
      step('ban-hanh', 'clerk', 'competent', 'issue'),
      step('tra', 'result-desk', 'receiver', 'return'),
    ]);
    this.#flow(ends.out, this.#node('endEvent'));
    return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:mc="https://motcua.vn/bpmn/1.0"
  id="file" targetNamespace="urn:test"><message id="tin" name="van-ban-da-den"/><process id="process" isExecutable="true">${this.#lines.join('\n')}</process></definitions>`;
  }
}

export const roadXml = (before: Piece, after: Piece): string => new Road().write(before, after);
