import { Notification } from 'electron';

/** Shows one notification of the system, where it has such; a click calls back. */
export const notify = (title: string, body: string, onClick: () => void): void => {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  notification.on('click', onClick);
  notification.show();
};
