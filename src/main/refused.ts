/** A command cannot go on, for a reason that the person at the keyboard can mend: one sentence, no stack. */
export class Refused extends Error {
  readonly exitCode: 1 | 2;
  /** @param exitCode 2 when the command or a setting was wrong, 1 for everything else. */
  constructor(sentence: string, exitCode: 1 | 2 = 1) {
    super(sentence);
    this.name = 'Refused';
    this.exitCode = exitCode;
  }
}

/** A port that was free when it was chosen is taken by now: another one may do. */
export class PortTaken extends Refused {}
