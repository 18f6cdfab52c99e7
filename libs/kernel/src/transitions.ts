import { DomainError } from './errors';

/** One allowed move of a lifecycle, and the roles that may cause it. */
export interface Transition<State extends string, Event extends string, Role extends string> {
  readonly from: State;
  readonly to: State;
  readonly event: Event;
  readonly who: readonly Role[];
}

export interface Lifecycle<State extends string, Event extends string, Role extends string> {
  readonly rows: readonly Transition<State, Event, Role>[];
  /** The state after `event`. @throws DomainError KERNEL_ILLEGAL_TRANSITION {from, event} */
  next(state: State, event: Event): State;
  /** The rows that leave `state`; empty for a terminal state. */
  allowed(state: State): readonly Transition<State, Event, Role>[];
  /** True when the move exists and `role` may cause it. */
  permits(state: State, event: Event, role: Role): boolean;
  isTerminal(state: State): boolean;
}

/**
 * A lifecycle from its table.
 * @param terminal states that nothing may leave; stated so that a later row cannot quietly reopen them.
 * @throws TypeError at load when two rows share (from, event), a row names no role, or a row leaves a terminal state.
 */
export function transitions<State extends string, Event extends string, Role extends string>(
  table: readonly Transition<State, Event, Role>[],
  terminal: readonly NoInfer<State>[] = [],
): Lifecycle<State, Event, Role> {
  const byState = new Map<State, Map<Event, Transition<State, Event, Role>>>();
  for (const row of table) {
    const name = `${row.from} --${row.event}--> ${row.to}`;
    if (terminal.includes(row.from)) throw new TypeError(`${name} leaves a terminal state`);
    if (row.who.length === 0) throw new TypeError(`${name} names no role`);
    const rows = byState.get(row.from) ?? new Map<Event, Transition<State, Event, Role>>();
    if (rows.has(row.event)) throw new TypeError(`${name} is ambiguous`);
    byState.set(row.from, rows.set(row.event, row));
  }
  return {
    rows: table,
    next(state, event) {
      const row = byState.get(state)?.get(event);
      if (!row) throw new DomainError('KERNEL_ILLEGAL_TRANSITION', { from: state, event });
      return row.to;
    },
    allowed: (state) => [...(byState.get(state)?.values() ?? [])],
    permits: (state, event, role) => byState.get(state)?.get(event)?.who.includes(role) ?? false,
    isTerminal: (state) => !byState.has(state),
  };
}
