import { useEffect, useState } from 'react';
import { type DeliveryMode, deliveryMode } from '../../shared/mail/delivery-mode.ts';
import { bridge } from '../bridge/bridge.ts';

/**
 * How e-mails leave with the present mail settings, so that no button promises a sending that the user does
 * himself. Undefined until main has answered, or where it cannot.
 * @param asks main is asked each time this becomes true; the settings may have changed since.
 */
export const useDeliveryMode = (asks: boolean): DeliveryMode | undefined => {
  const [mode, setMode] = useState<DeliveryMode>();
  useEffect(() => {
    if (!asks) return;
    let isWanted = true;
    void bridge.mailStatus().then((answer) => {
      if (isWanted && answer.ok) setMode(deliveryMode(answer.value));
    });
    return () => {
      isWanted = false;
    };
  }, [asks]);
  return mode;
};
