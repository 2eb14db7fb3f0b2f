import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

/** Where short news appears; parts call `notifications.show` of @mantine/notifications. */
export function Toasts() {
  return <Notifications position="bottom-right" autoClose={4000} />;
}
