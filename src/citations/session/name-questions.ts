import CSL, { type Engine, type NameRegister, type ReadName } from 'citeproc';

/** Asks the register of names again; whether it says the same. */
type Question = (register: NameRegister) => boolean;

/** What the engine made of works, and what it asked of the register of names meanwhile. */
export interface Recorded<Result> {
  result: Result;
  /** In order: what the register says hangs on the names before. */
  questions: Question[];
}

/**
 * What is printed of a work hangs on those named like its authors as well, in whatever work. All
 * that the engine knows of them it asks of the register of names, so where it is asked the same
 * again and says the same, the same would be printed.
 */
export class NameQuestions {
  private readonly read = new WeakMap<object, ReadName>();
  private readonly initials = new Map<string, string>();

  constructor(private readonly engine: Engine) {}

  /** @param work Gets the questions asked so far, and may take them out. */
  record<Result>(work: (questions: Question[]) => Result): Recorded<Result> {
    const { registry, tmp } = this.engine;
    const { namereg } = registry;
    const { addname, evalname } = namereg;
    const questions: Question[] = [];
    namereg.addname = (...name) => {
      questions.push((register) => {
        register.addname(...name);
        return true;
      });
      addname.apply(namereg, name);
    };
    namereg.evalname = (...name) => {
      const said = evalname.apply(namereg, name);
      const { area } = tmp;
      questions.push((register) => {
        tmp.area = area;
        return register.evalname(...name) === said;
      });
      return said;
    };
    try {
      return { result: work(questions), questions };
    } finally {
      Object.assign(namereg, { addname, evalname });
    }
  }

  /** Whether the register of names, asked the same, says the same still. */
  hold(questions: readonly Question[]): boolean {
    const { engine } = this;
    const { nameOutput } = engine;
    const { area } = engine.tmp;
    const { Names } = CSL.Util;
    const { initializeWith } = Names;
    engine.nameOutput = {
      getName: (name, ...how) => {
        const read = this.read.get(name) ?? nameOutput.getName(name, ...how);
        this.read.set(name, read);
        return read;
      },
    };
    Names.initializeWith = (state, given, ...how) => {
      const initials = this.initials.get(given) ?? initializeWith.call(Names, state, given, ...how);
      this.initials.set(given, initials);
      return initials;
    };
    try {
      return questions.every((question) => question(engine.registry.namereg));
    } finally {
      engine.nameOutput = nameOutput;
      engine.tmp.area = area;
      Names.initializeWith = initializeWith;
    }
  }
}
