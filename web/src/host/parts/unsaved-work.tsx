import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useEffect } from 'react';
import { t } from '../text.ts';

/** Asks before unsaved changes are left behind: inside the app by a dialog, else by the browser's own. */
export function UnsavedGuard({ when }: { readonly when: boolean }) {
  useUnsavedWork(when);
  const blocker = useBlocker({ shouldBlockFn: () => when, enableBeforeUnload: () => when, withResolver: true });
  const asked = blocker.status === 'blocked';
  return (
    <ConfirmDialog
      opened={asked}
      title={t('parts.leave')}
      confirm={t('parts.leaveNow')}
      keep={t('parts.keepEditing')}
      danger
      onConfirm={() => asked && blocker.proceed()}
      onClose={() => asked && blocker.reset()}
    >
      {t('parts.unsaved')}
    </ConfirmDialog>
  );
}

/** The forms on the page that hold what is not saved. */
const forms = new Set<symbol>();

export const hasUnsavedWork = () => forms.size > 0;

/** Counts the form it is called in among those with unsaved work, while `isUnsaved`. */
function useUnsavedWork(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const form = Symbol('form');
    forms.add(form);
    return () => void forms.delete(form);
  }, [isUnsaved]);
}
