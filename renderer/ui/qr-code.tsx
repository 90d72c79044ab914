import { encode } from 'uqr';
import { qrModules } from '../../shared/letters/qr-modules.ts';
import classes from './qr-code.module.css';

const sizePx = 168;

/** A QR code to scan from the screen: black on white in both themes, with its quiet zone (ISO/IEC 18004, 9.1). */
export const QrCode = ({ payload, label }: { readonly payload: string; readonly label: string }) => (
  <svg
    className={classes.code}
    role="img"
    aria-label={label}
    viewBox={`0 0 ${sizePx} ${sizePx}`}
    width={sizePx}
    height={sizePx}
    shapeRendering="crispEdges"
  >
    {qrModules(encode(payload, { ecc: 'M', border: 0 }).data, sizePx).map((shape) =>
      shape.type === 'rect' ? (
        <rect key={`${shape.x}/${shape.y}`} x={shape.x} y={shape.y} width={shape.w} height={shape.h} />
      ) : null,
    )}
  </svg>
);
