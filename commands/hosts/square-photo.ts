/** In pixels; pages show it at 64 at most, on screens of up to four device pixels each. */
const SIDE = 256;
/** More pixels than cameras have: a small file can unpack to a very large picture. */
const MOST_PIXELS = 64_000_000;

/** How files of JPEG, PNG and WebP begin, in hexadecimal; libvips knows many more, SVG and PDF among them. */
const BEGINNINGS: readonly RegExp[] = [/^ffd8ff/, /^89504e470d0a1a0a/, /^52494646.{8}57454250/];

/**
 * A picture as a square JPEG: cut to its middle, on white, turned as the camera was held, and without all that cameras and
 * programs write into a file, such as where it was taken. Null for what is no JPEG, PNG or WebP picture.
 */
export async function squarePhoto(bytes: Uint8Array): Promise<Buffer | null> {
  const beginning = Buffer.from(bytes.subarray(0, 12)).toString('hex');
  if (!BEGINNINGS.some((format) => format.test(beginning))) return null;
  // Loaded where it is needed only: a platform without libvips does everything else.
  const { default: sharp } = await import('sharp');
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
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
