import { Switch, Textarea, TextInput } from '@mantine/core';
import { MinutesInput, ticked, typed } from '../parts/inputs.tsx';
import { Section } from '../parts/page.tsx';
import type { Draft } from '../parts/use-draft.ts';
import type { EventTypeValues } from './values.ts';
import { t } from '../text.ts';

/** An hour after the meeting. */
const USUAL_FOLLOW_UP = 60;

/** How the address begins, in every language. */
const SCHEME = 'https://';

/** What a guest sees once a booking stands, and is mailed once the meeting is over. */
export function AfterSection({ draft }: { readonly draft: Draft<EventTypeValues> }) {
  const { redirectUrl, redirectPassesDetails, followUpMinutes } = draft.values;
  return (
    <Section title={t('types.after')}>
      <Textarea
        label={t('types.thankYou')}
        description={t('types.thankYouHint')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        {...draft.field('thankYou')}
        onChange={typed((text) => draft.set('thankYou', text))}
      />
      <TextInput
        type="url"
        label={t('types.redirect')}
        description={t('types.redirectHint')}
        placeholder={SCHEME}
        maxLength={500}
        value={redirectUrl ?? ''}
        onChange={typed((text) => draft.set('redirectUrl', text.trim() === '' ? null : text))}
        error={draft.error('/redirectUrl')}
      />
      {redirectUrl !== null && (
        <Switch
          label={t('types.redirectDetails')}
          description={t('types.redirectDetailsHint')}
          checked={redirectPassesDetails}
          onChange={ticked((on) => draft.set('redirectPassesDetails', on))}
        />
      )}
      <Switch
        label={t('types.followUp')}
        description={t('types.followUpHint')}
        checked={followUpMinutes !== null}
        onChange={ticked((on) => draft.set('followUpMinutes', on ? USUAL_FOLLOW_UP : null))}
      />
      {followUpMinutes !== null && (
        <>
          <MinutesInput
            label={t('types.followUpAfter')}
            min={1}
            max={43_200}
            value={followUpMinutes}
            onChange={(minutes) => draft.set('followUpMinutes', minutes)}
            error={draft.error('/followUpMinutes')}
          />
          <TextInput
            label={t('types.followUpLine')}
            description={t('types.lineHint')}
            maxLength={200}
            {...draft.field('followUpLine')}
            onChange={typed((text) => draft.set('followUpLine', text))}
          />
        </>
      )}
    </Section>
  );
}
