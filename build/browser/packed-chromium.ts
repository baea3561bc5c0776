import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

import { untar } from './untar.ts';

const decompress = promisify(brotliDecompress);

export interface UnpackedChromium {
  readonly executablePath: string;
  /** Holds libnss3, libnspr4 and libexpat, for machines that have none. */
  readonly libraries: string;
  /** A fontconfig file that names the package's fonts, ours and the system's. */
  readonly fontConfig: string;
}

/**
 * Unpacks the headless Chromium that the npm package `@sparticuz/chromium` carries (Linux x64), with its libraries and
 * fonts, once per version. The package's own unpacking is not used: two processes at once would each find half a browser,
 * and it leaves the libraries out unless it believes to be on AWS Lambda.
 *
 * `into` is for tests; by default it goes under build/output.
 */
export async function unpackChromium(into: string = defaultFolder()): Promise<UnpackedChromium> {
  const packageFolder = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
  const { version } = createRequire(import.meta.url)(join(packageFolder, 'package.json')) as {
    version: string;
  };
  const folder = join(into, version);
  if (!existsSync(folder)) await unpackInto(join(packageFolder, 'bin'), into, folder);
  return {
    executablePath: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    fontConfig: join(folder, 'fonts.conf'),
  };
}

async function unpackInto(archives: string, into: string, folder: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  const half = mkdtempSync(join(into, 'unpacking-'));
  try {
    const [binary, libraries, fonts, graphics] = await Promise.all(
      ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'].map((archive) =>
        decompress(readFileSync(join(archives, archive))),
      ),
    );
    if (!binary || !libraries || !fonts || !graphics) throw new Error('an archive of Chromium is missing');
    writeFileSync(join(half, 'chromium'), binary, { mode: 0o755 });
    untar(libraries, join(half, 'al2023'));
    untar(fonts, join(half, 'fonts'));
    untar(graphics, half);
    writeFileSync(join(half, 'fonts.conf'), fontConfig(folder));
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    // Another process was faster: what it unpacked is the same.
    if (!existsSync(folder)) throw error;
  }
}

/** The package's own file names folders of AWS Lambda, and then nothing is drawn at all. */
function fontConfig(folder: string): string {
  const arimo = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/arimo/package.json')));
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>${arimo}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Arimo</family></prefer></alias>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`;
}

function defaultFolder(): string {
  return fileURLToPath(new URL('../output/browser', import.meta.url));
}
