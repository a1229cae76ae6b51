import type { ReactNode } from 'react';

const icon = (drawing: ReactNode) =>
  function Icon() {
    return (
      <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        {drawing}
      </svg>
    );
  };

export const ClockIcon = icon(<path d="M10 5.5V10l3 1.8M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z" />);
export const VideoIcon = icon(
  <path d="m13.3 8.4 3.2-2a.8.8 0 0 1 1.2.7v5.8a.8.8 0 0 1-1.2.7l-3.2-2M4 5.2h7.6c1 0 1.7.8 1.7 1.7v6.2c0 1-.7 1.7-1.7 1.7H4c-1 0-1.7-.7-1.7-1.7V6.9c0-.9.8-1.7 1.7-1.7Z" />,
);
export const PhoneIcon = icon(
  <path d="M3 4.6c0 7 5.4 12.4 12.4 12.4.9 0 1.6-.7 1.6-1.6v-1.9c0-.6-.4-1.1-1-1.2l-2.3-.6c-.5-.1-1 .1-1.3.5l-.7.9a10.5 10.5 0 0 1-4.8-4.8l.9-.7c.4-.3.6-.8.5-1.3l-.6-2.3c-.1-.6-.6-1-1.2-1H4.6C3.7 3 3 3.7 3 4.6Z" />,
);
export const PlaceIcon = icon(
  <>
    <path d="M16 8.3c0 4.2-6 9.2-6 9.2s-6-5-6-9.2a6 6 0 0 1 12 0Z" />
    <circle cx="10" cy="8.3" r="2" />
  </>,
);
export const GlobeIcon = icon(
  <path d="M2.7 10h14.6M10 2.5c2 2.1 3 4.7 3 7.5s-1 5.4-3 7.5c-2-2.1-3-4.7-3-7.5s1-5.4 3-7.5ZM17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z" />,
);
export const CalendarIcon = icon(
  <path d="M6.5 2.5v3M13.5 2.5v3M3 8.5h14M5 4h10c1.1 0 2 .9 2 2v9c0 1.1-.9 2-2 2H5c-1.1 0-2-.9-2-2V6c0-1.1.9-2 2-2Z" />,
);
export const PersonIcon = icon(<path d="M13 6.5a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM4 17c.3-3.2 2.8-5 6-5s5.7 1.8 6 5" />);
export const LeftIcon = icon(<path d="m12.2 4.8-5.2 5.2 5.2 5.2" />);
export const RightIcon = icon(<path d="M7.8 4.8 13 10l-5.2 5.2" />);
export const DownIcon = icon(<path d="m5.2 7.8 4.8 4.8 4.8-4.8" />);
export const CheckIcon = icon(<path d="m4.5 10.5 3.7 3.7 7.3-8.2" />);
export const HourglassIcon = icon(
  <path d="M5.5 2.5h9M5.5 17.5h9M6.5 2.5v2.7c0 2 3.5 3.2 3.5 4.8s-3.5 2.8-3.5 4.8v2.7M13.5 2.5v2.7c0 2-3.5 3.2-3.5 4.8s3.5 2.8 3.5 4.8v2.7" />,
);
export const CrossIcon = icon(<path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />);

/** The location's picture. */
export function PlaceMark({ kind }: { readonly kind: string }) {
  if (kind === 'phone') return <PhoneIcon />;
  return kind === 'in_person' ? <PlaceIcon /> : <VideoIcon />;
}
