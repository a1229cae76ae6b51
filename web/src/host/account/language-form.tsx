import { Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { HOST_LANGUAGES, LANGUAGE_NAMES, LANGUAGES } from '#messages/languages.ts';
import { weekdaysFrom } from '../../shared/iso-days.ts';
import type { Me, MeChange } from '../data/me.ts';
import { weekdayName } from '../parts/dates.ts';
import { DraftForm, SaveDraft, useProfileDraft } from '../parts/draft-form.tsx';
import { Section } from '../parts/page.tsx';
import { tell } from '../parts/tell.tsx';
import { t } from '../text.ts';
import { BROWSER, type HostLanguage, keepChoices, localeOf, pageLanguage } from '../writing.ts';

/** What follows the browser: the host's own, or that of each guest. */
const BROWSERS = 'browser';

/** The values of the fields, as texts. */
const valuesOf = ({ locale, hourCycle, weekStart, writingChosen, guestLanguage }: Me) => ({
  locale: writingChosen.includes('locale') ? pageLanguage(locale) : BROWSERS,
  hourCycle: writingChosen.includes('hourCycle') ? hourCycle : BROWSERS,
  weekStart: writingChosen.includes('weekStart') ? String(weekStart) : BROWSERS,
  guestLanguage: guestLanguage ?? BROWSERS,
});
type Values = Readonly<Record<keyof ReturnType<typeof valuesOf>, string>>;

const orNull = <Value,>(text: string, read: (text: string) => Value) => (text === BROWSERS ? null : read(text));

/** What has to be sent of the fields that were changed. */
const changeOf = ({ locale, hourCycle, weekStart, guestLanguage }: Partial<Values>): MeChange => ({
  browser: BROWSER,
  ...(locale !== undefined && { locale: orNull(locale, (text) => localeOf(text as HostLanguage)) }),
  ...(hourCycle !== undefined && { hourCycle: orNull(hourCycle, (text) => text as Me['hourCycle']) }),
  ...(weekStart !== undefined && { weekStart: orNull(weekStart, Number) }),
  ...(guestLanguage !== undefined && {
    guestLanguage: orNull(guestLanguage, (text) => text as NonNullable<Me['guestLanguage']>),
  }),
});

const named = (languages: readonly (keyof typeof LANGUAGE_NAMES)[]) =>
  languages.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

/** The language and clock of the host's own pages and mails, and the language of guests. */
export function LanguageForm({ me }: { readonly me: Me }) {
  const { draft, change, save } = useProfileDraft<Values>(me, valuesOf);
  const [isNew, setNew] = useState(false);
  // Only once nothing here is unsaved: else the browser would ask whether to leave.
  useEffect(() => {
    if (isNew && !draft.dirty) window.location.reload();
  }, [isNew, draft.dirty]);
  const onSave = () =>
    save(changeOf(draft.changes), (saved) => {
      if (keepChoices(saved)) setNew(true);
      else tell(t('common.saved'));
    });
  const asBrowser = { value: BROWSERS, label: t('account.language.asBrowser') };
  const select = (field: keyof Values) => ({
    ...draft.field(field),
    onChange: (value: string | null) => draft.set(field, value ?? BROWSERS),
  });
  return (
    <DraftForm draft={draft} onSave={onSave}>
      <Section title={t('account.language.title')} hint={t('account.language.hint')}>
        <Select
          label={t('account.language.language')}
          data={[asBrowser, ...named(HOST_LANGUAGES)]}
          {...select('locale')}
        />
        <Select
          label={t('account.language.clock')}
          data={[
            asBrowser,
            { value: 'h12', label: t('account.language.h12') },
            { value: 'h23', label: t('account.language.h23') },
          ]}
          {...select('hourCycle')}
        />
        <Select
          label={t('account.language.weekStart')}
          data={[asBrowser, ...weekdaysFrom(1).map((day) => ({ value: String(day), label: weekdayName(day) }))]}
          {...select('weekStart')}
        />
        <Select
          label={t('account.language.guests')}
          description={t('account.language.guestsHint')}
          data={[{ value: BROWSERS, label: t('account.language.asTheirBrowser') }, ...named(LANGUAGES)]}
          {...select('guestLanguage')}
        />
        <SaveDraft draft={draft} change={change}>
          {t('account.language.save')}
        </SaveDraft>
      </Section>
    </DraftForm>
  );
}
