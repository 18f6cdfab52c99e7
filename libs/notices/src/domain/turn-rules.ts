import { duty, type Duty, ending, type Outcome, type Params, type Step, type TaskCode } from './duty';
import type { Addressee } from './duty';
import { dueDay, type TaskTerms } from './terms';

/** A to-do that one step of a history opens and another closes. */
export interface TurnRule<F> {
  code: TaskCode;
  opens: readonly string[];
  closes: Readonly<Record<string, Outcome>>;
  to(facts: F, opened: Step): Addressee;
  link(facts: F): string;
  params(facts: F, opened: Step): Params;
  startedBy(facts: F, opened: Step): string | null;
  /** the day after which it makes no sense any more */
  latest?(facts: F): string | null;
}

/**
 * Every turn of a rule in a history, the open one and those that ended. The step that opened a turn names it, so the same
 * history gives the same turns however often it is read.
 */
export function turns<F>(rule: TurnRule<F>, steps: readonly Step[], facts: F, terms: TaskTerms): Duty[] {
  const out: Duty[] = [];
  for (const step of steps) {
    const open = out.at(-1);
    const outcome = rule.closes[step.event];
    if (open && !open.done && outcome) open.done = ending(step, outcome);
    // The same thing said again while it is open is the same turn.
    if (rule.opens.includes(step.event) && out.at(-1)?.done !== null)
      out.push(
        duty({
          code: rule.code,
          occasion: step.id,
          to: rule.to(facts, step),
          link: rule.link(facts),
          params: rule.params(facts, step),
          startedBy: rule.startedBy(facts, step),
          opensAt: step.at,
          dueOn: dueDay(terms, rule.code, step.at, rule.latest?.(facts) ?? null),
        }),
      );
  }
  return out;
}
