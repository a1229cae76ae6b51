import { useEffect } from 'react';

/** The forms on the page that hold what is not saved. */
const forms = new Set<symbol>();

export const hasUnsavedWork = () => forms.size > 0;

/** Counts the form it is called in among those with unsaved work, while `isUnsaved`. */
export function useUnsavedWork(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const form = Symbol('form');
    forms.add(form);
    return () => void forms.delete(form);
  }, [isUnsaved]);
}
