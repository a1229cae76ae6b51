import { useCallback, useEffect, useMemo, useState } from 'react';
import { ApiProblem } from '../../shared/api.ts';
import { said } from './said.ts';

type Errors = Readonly<Record<string, string>>;

/**
 * The values of a form beside those last saved. What is saved elsewhere meanwhile (another tab, a switch in a list) is
 * taken over wherever this form was not touched. A refused request's errors are kept by JSON pointer, so that each field
 * asks for its own; changing a field takes its errors away. `begunWith`: values that were typed before and not saved.
 */
export function useDraft<Values extends object>(initial: Values, begunWith: Values = initial) {
  const [saved, setSaved] = useState(initial);
  const [values, setValues] = useState(begunWith);
  const [errors, setErrors] = useState<Errors>({});
  const [refusals, setRefusals] = useState(0);
  const [isAboutFields, setAboutFields] = useState(false);

  const settle = useCallback((now: Values, sent: Values) => {
    setSaved(now);
    // What was typed while the request was on its way stays.
    setValues((typed) => ({ ...now, ...changesBetween(sent, typed) }));
    setErrors({});
  }, []);

  const [seen, setSeen] = useState(initial);
  if (!isSame(seen, initial)) {
    setSeen(initial);
    setSaved(initial);
    setValues({ ...initial, ...changesBetween(saved, values) });
  }

  // Once the page shows the errors, the first field that has one gets the focus.
  useEffect(() => {
    if (refusals > 0) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);

  const set = useCallback(<Key extends keyof Values & string>(key: Key, value: Values[Key]) => {
    setValues((before) => ({ ...before, [key]: value }));
    setErrors((before) => withoutPointer(before, `/${key}`));
  }, []);

  const refuse = useCallback((error: unknown) => {
    setAboutFields(error instanceof ApiProblem && error.errors.length > 0);
    if (!(error instanceof ApiProblem)) return;
    setErrors(Object.fromEntries(error.errors.map(({ pointer, detail, says }) => [pointer, said(detail, says)])));
    setRefusals((before) => before + 1);
  }, []);

  const changes = useMemo(() => changesBetween(saved, values), [values, saved]);
  const error = (pointer: string) => errors[pointer];
  /** Props of a controlled input of the field. */
  const field = <Key extends keyof Values & string>(key: Key) => ({
    value: values[key],
    onChange: (value: Values[Key]) => set(key, value),
    error: errorUnder(errors, `/${key}`),
  });
  return {
    values,
    saved,
    /** The fields that differ from what is saved: all that has to be sent, so that changes made elsewhere are kept. */
    changes,
    dirty: Object.keys(changes).length > 0,
    set,
    field,
    error,
    /** Every field that the last refusal named has been changed since. */
    isCorrected: isAboutFields && Object.keys(errors).length === 0,
    refuse,
    settle,
    pointers: Object.keys(values).map((key) => `/${key}`),
  };
}

export type Draft<Values extends object> = ReturnType<typeof useDraft<Values>>;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function changesBetween<Values extends object>(from: Values, to: Values): Partial<Values> {
  const keys = Object.keys(to) as (keyof Values)[];
  return Object.fromEntries(
    keys.filter((key) => !isSame(from[key], to[key])).map((key) => [key, to[key]]),
  ) as Partial<Values>;
}

const isUnder = (pointer: string, parent: string) => pointer === parent || pointer.startsWith(`${parent}/`);

const withoutPointer = (errors: Errors, parent: string): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([pointer]) => !isUnder(pointer, parent)));

const errorUnder = (errors: Errors, parent: string) =>
  Object.entries(errors).find(([pointer]) => isUnder(pointer, parent))?.[1];
