/** A number of an ICC profile: 16 bits before the point, 16 after it. */
const fixed = (value: number): number => Math.round(value * 65536);

const tag = (name: string, body: Buffer): { readonly name: string; readonly body: Buffer } => ({
  name,
  body: Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]),
});

const xyz = (x: number, y: number, z: number): Buffer => {
  const body = Buffer.alloc(20);
  body.write('XYZ ', 0, 'latin1');
  [x, y, z].forEach((value, index) => {
    body.writeInt32BE(fixed(value), 8 + index * 4);
  });
  return body;
};

const text = (content: string): Buffer => {
  const body = Buffer.alloc(8 + content.length + 1);
  body.write('text', 0, 'latin1');
  body.write(content, 8, 'latin1');
  return body;
};

/** textDescriptionType of version 2: ASCII, then an empty Unicode and an empty Macintosh part. */
const description = (content: string): Buffer => {
  const body = Buffer.alloc(12 + content.length + 1 + 4 + 4 + 2 + 1 + 67);
  body.write('desc', 0, 'latin1');
  body.writeUInt32BE(content.length + 1, 8);
  body.write(content, 12, 'latin1');
  return body;
};

/** The transfer curve of sRGB, sampled (IEC 61966-2-1). */
const curve = (): Buffer => {
  const points = 1024;
  const body = Buffer.alloc(12 + points * 2);
  body.write('curv', 0, 'latin1');
  body.writeUInt32BE(points, 8);
  for (let index = 0; index < points; index += 1) {
    const value = index / (points - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    body.writeUInt16BE(Math.round(linear * 65535), 12 + index * 2);
  }
  return body;
};

let made: Buffer | undefined;

/**
 * The colour space sRGB as an ICC profile of version 2, which an archive file must carry (ISO 19005-2, 6.2.3):
 * primaries adapted to D50 and the transfer curve of IEC 61966-2-1. The same bytes every time.
 */
export const srgbProfile = (): Buffer => {
  if (made) return made;
  const shared = tag('rTRC', curve());
  const tags = [
    tag('desc', description('sRGB IEC61966-2.1')),
    tag('cprt', text('No copyright, use freely')),
    tag('wtpt', xyz(0.9642, 1, 0.8249)),
    tag('rXYZ', xyz(0.43607, 0.22249, 0.01392)),
    tag('gXYZ', xyz(0.38515, 0.71687, 0.09708)),
    tag('bXYZ', xyz(0.14307, 0.06061, 0.7141)),
    shared,
  ];
  const names = [...tags.map(({ name }) => name), 'gTRC', 'bTRC'];
  const table = Buffer.alloc(4 + names.length * 12);
  table.writeUInt32BE(names.length, 0);
  const offsets = new Map<string, { readonly at: number; readonly size: number }>();
  let at = 128 + table.length;
  for (const { name, body } of tags) {
    offsets.set(name, { at, size: body.length });
    at += body.length;
  }
  names.forEach((name, index) => {
    const place = offsets.get(name) ?? offsets.get('rTRC');
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(place?.at ?? 0, 8 + index * 12);
    table.writeUInt32BE(place?.size ?? 0, 12 + index * 12);
  });
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at, 0);
  header.writeUInt32BE(0x02100000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  [2026, 1, 1].forEach((part, index) => {
    header.writeUInt16BE(part, 24 + index * 2);
  });
  header.write('acsp', 36, 'latin1');
  [0.9642, 1, 0.8249].forEach((value, index) => {
    header.writeInt32BE(fixed(value), 68 + index * 4);
  });
  made = Buffer.concat([header, table, ...tags.map(({ body }) => body)]);
  return made;
};
