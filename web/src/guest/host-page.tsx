import type { PublicHost } from '#api/guest/schema.ts';
import { placesText } from './event/places-text.ts';
import { durationText } from './date-text.ts';
import { Avatar } from './event/summary.tsx';
import { ClockIcon, PlaceMark, RightIcon } from './icons.tsx';
import { usePageWords } from './page-context.tsx';
import { t } from './t.ts';
import { useAddress } from './url-state.tsx';

/** `/:handle`: what can be booked with a host. What is prefilled in the address goes along. */
export function HostPage({ host }: { readonly host: PublicHost }) {
  const { name, handle, bio, welcome, eventTypes } = host;
  const [, search] = useAddress().split('?');
  const titles = eventTypes.map(({ title }) => title);
  usePageWords({
    title: t('host.title', { host: name }),
    description:
      bio !== ''
        ? bio
        : titles.length === 0
          ? t('host.about', { host: name })
          : t('host.offers', { titles: titles.join(', ') }),
  });
  return (
    <div className="host-page">
      <Avatar host={host} size="large" />
      <h1>{name}</h1>
      {bio === '' ? null : (
        <p>
          <bdi>{bio}</bdi>
        </p>
      )}
      {welcome === '' ? null : (
        <p className="description">
          <bdi>{welcome}</bdi>
        </p>
      )}
      {host.contactEmail === null ? null : (
        <p>
          <a href={`mailto:${host.contactEmail}`}>{host.contactEmail}</a>
        </p>
      )}
      {eventTypes.length === 0 ? (
        <p className="soft">{t('host.closed', { host: name })}</p>
      ) : (
        <>
          <p className="soft">{t('host.pick')}</p>
          <ul className="event-types">
            {eventTypes.map(({ slug, title, description, durations, location, locations }) => (
              <li key={slug} className="event-type">
                <h2>
                  <a
                    href={`/${encodeURIComponent(handle)}/${encodeURIComponent(slug)}${search === undefined ? '' : `?${search}`}`}
                  >
                    <bdi>{title}</bdi>
                  </a>
                </h2>
                {description === '' ? null : (
                  <p className="clamped">
                    <bdi>{description}</bdi>
                  </p>
                )}
                <ul className="facts inline">
                  <li>
                    <ClockIcon />
                    {durations.map(durationText).join(', ')}
                  </li>
                  <li>
                    <PlaceMark kind={location.kind} />
                    {placesText(locations)}
                  </li>
                </ul>
                <RightIcon />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
