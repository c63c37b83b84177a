// Writes a picture with a palette of 256 colours: a window has few, and the file becomes a third as large.
import { crc32, deflateSync } from 'node:zlib';

/** Writes a picture, a PNG, again in this way. `page` is one of a browser, in which it is read. */
export async function withPalette(page, png) {
  const { width, height, data } = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const bytes = context.getImageData(0, 0, image.width, image.height).data;
    let text = '';
    for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    return { width: image.width, height: image.height, data: btoa(text) };
  }, png.toString('base64'));
  return indexedPng({ width, height, pixels: Buffer.from(data, 'base64') });
}

/** `pixels` are red, green, blue and alpha, a byte each, row by row. */
function indexedPng({ width, height, pixels }) {
  const { palette, indexOf } = paletteOf(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf.get(colourAt(pixels, (y * width + x) * 4));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const colourAt = (pixels, at) => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];

/** The 256 colours that are kept, and for each colour which of them is nearest. */
function paletteOf(pixels) {
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 4) counts.set(colourAt(pixels, at), (counts.get(colourAt(pixels, at)) ?? 0) + 1);
  const byCount = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a - b).map(([colour]) => colour);
  let apart = 0;
  let palette = byCount;
  // The colours of the large areas stay. Of the others, those that are nearly another's stand aside, until those that are left fit.
  while (palette.length > 256) {
    apart += 24;
    palette = byCount.slice(0, 32);
    for (const colour of byCount) if (palette.every((other) => distance(colour, other) > apart)) palette.push(colour);
  }
  const indexOf = new Map(byCount.map((colour) => [colour, nearest(colour, palette)]));
  return { palette, indexOf };
}

function nearest(colour, palette) {
  let best = 0;
  for (let index = 1; index < palette.length; index++) if (distance(colour, palette[index]) < distance(colour, palette[best])) best = index;
  return best;
}

function distance(a, b) {
  const [red, green, blue] = [16, 8, 0].map((shift) => ((a >> shift) & 255) - ((b >> shift) & 255));
  return red * red + green * green + blue * blue;
}
