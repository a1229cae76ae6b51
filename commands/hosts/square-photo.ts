/** In pixels; pages show it at 64 at most, on screens of up to four device pixels each. */
const SIDE = 256;
/** More pixels than cameras have: a small file can unpack to a very large picture. */
const MOST_PIXELS = 64_000_000;
/** What a picture may take that has to be unpacked whole, because its rows do not stand one after the other. */
const MOST_BYTES = 100_000_000;

/** How files of JPEG, PNG and WebP begin, in hexadecimal; libvips knows many more, SVG and PDF among them. */
const BEGINNINGS: readonly RegExp[] = [/^ffd8ff/, /^89504e470d0a1a0a/, /^52494646.{8}57454250/];

/**
 * A picture as a square JPEG: cut to its middle, on white, turned as the camera was held, and without all that cameras and
 * programs write into a file, such as where it was taken. Null for what is no JPEG, PNG or WebP picture, or too large.
 */
export async function squarePhoto(bytes: Uint8Array): Promise<Buffer | null> {
  const beginning = Buffer.from(bytes.subarray(0, 12)).toString('hex');
  if (!BEGINNINGS.some((format) => format.test(beginning))) return null;
  return afterOthers(() => drawn(bytes));
}

async function drawn(bytes: Uint8Array): Promise<Buffer | null> {
  // Loaded where it is needed only: a platform without libvips does everything else.
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    const { format, isProgressive, width, height, channels, depth } = await picture.metadata();
    const isWhole = isProgressive || format === 'webp';
    if (isWhole && width * height * channels * (depth === 'uchar' ? 1 : 2) > MOST_BYTES) return null;
    return await picture
      .autoOrient()
      .resize(SIDE, SIDE, { fit: 'cover' })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer();
  } catch {
    // Cut short, damaged or too large.
    return null;
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One picture at a time: together they would take the memory of everything else. */
function afterOthers<Value>(draw: () => Promise<Value>): Promise<Value> {
  const mine = last.then(draw);
  last = mine.catch(() => undefined);
  return mine;
}
