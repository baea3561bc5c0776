import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * The typefaces of the papers, read from their npm packages and embedded as subsets.
 *
 * - **Inter** (the counter's own typeface) for everything but the payment part.
 *   Copyright 2020 The Inter Project Authors (https://github.com/rsms/inter).
 * - **Arimo** for the QR-bill, whose guidelines permit only Arial, Frutiger, Helvetica and Liberation Sans. Arimo is the
 *   design and the metrics of Liberation Sans 2, from the same hand. pdfjs-dist also carries Liberation Sans, but the old
 *   1.x under GPL 2 with an exception for embedding: not something to ship beside Apache-2.0 code.
 *   Copyright 2026 The Arimo Project Authors (https://github.com/googlefonts/arimo).
 *
 * Both are licensed under the SIL Open Font License 1.1, which permits bundling and embedding; the text lies in each
 * package as LICENSE_FONT and has to go into the installer with the fonts. They are found from here and from the built
 * bundle alike, by way of Node's own resolution: `build/bundles.test.ts` proves it.
 */
const files = {
  text: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  strong: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  bill: '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
  billStrong: '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
} as const;

export type FontName = keyof typeof files;

/** Throws when a package is not installed: then no paper can be made at all. */
export function readFontFile(name: FontName): Uint8Array {
  return readFileSync(createRequire(import.meta.url).resolve(files[name]));
}
