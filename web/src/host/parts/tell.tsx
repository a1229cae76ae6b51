import { notifications } from '@mantine/notifications';
import { Icon } from './icons.tsx';
import { sentenceOf } from './problem-notice.tsx';
import { t } from '../text.ts';

const closing = () => ({ closeButtonProps: { 'aria-label': t('common.dismiss') } });

/** A short word that something went well. */
export const tell = (message: string) =>
  notifications.show({ message, icon: <Icon name="check" size={16} />, autoClose: 5_000, ...closing() });

/** A quick action failed and was taken back; stays until dismissed. */
export const tellProblem = (title: string, error: unknown) =>
  notifications.show({
    title,
    message: sentenceOf(error),
    color: 'red.9',
    icon: <Icon name="alert" size={16} />,
    autoClose: false,
    ...closing(),
  });
