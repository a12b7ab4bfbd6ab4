import { conflict } from './refusal';

/** One row of a transition table: the verb leads from any of `from` to `to`. */
export interface Transition<State extends string, Verb extends string> {
  verb: Verb;
  from: readonly State[];
  to: State;
}

/** The life of one type: its states, where it begins, and every way it may go. */
export interface Machine<State extends string, Verb extends string> {
  type: string;
  states: readonly State[];
  initial: readonly State[];
  transitions: readonly Transition<State, Verb>[];
}

/**
 * Declares a machine; throws at load when it names a state that is not in the list, or when a verb leads from one state
 * by two rows (the second would never be taken).
 */
export function machine<State extends string, Verb extends string>(
  definition: Machine<State, Verb>,
): Machine<State, Verb> {
  const { type, states, initial, transitions } = definition;
  for (const state of [...initial, ...transitions.flatMap((row) => [...row.from, row.to])]) {
    if (!states.includes(state)) throw new Error(`${type}: unknown state ${state}`);
  }
  const taken = new Set<string>();
  for (const { from, verb } of transitions.flatMap((row) => row.from.map((from) => ({ from, verb: row.verb })))) {
    const key = `${from} ${verb}`;
    if (taken.has(key)) throw new Error(`${type}: ${verb} leads from ${from} twice`);
    taken.add(key);
  }
  return definition;
}

/** Where `verb` leads from `state`, or undefined when it is not allowed. */
export const next = <S extends string, V extends string>(m: Machine<S, V>, state: S, verb: V): S | undefined =>
  m.transitions.find((row) => row.verb === verb && row.from.includes(state))?.to;

/** Where `verb` leads, or a 409 that names the state, the verb and the states from which it would be right. */
export function move<S extends string, V extends string>(m: Machine<S, V>, state: S, verb: V): S {
  const to = next(m, state, verb);
  if (to !== undefined) return to;
  const from = m.transitions.filter((row) => row.verb === verb).flatMap((row) => row.from);
  throw conflict('state.not_allowed', { params: { type: m.type, verb, state, from: from.join(', ') } });
}

/** The verbs that are possible now: which buttons a screen shows. */
export const verbs = <S extends string, V extends string>(m: Machine<S, V>, state: S): V[] => [
  ...new Set(m.transitions.filter((row) => row.from.includes(state)).map((row) => row.verb)),
];
