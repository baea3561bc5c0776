import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';

/** The PowerSync core extension's file for this platform. The names are those of `@powersync/node`. */
const extensionFiles: Readonly<Record<string, string>> = {
  'win32-x64': 'powersync_x64.dll',
  'win32-arm64': 'powersync_aarch64.dll',
  'linux-x64': 'libpowersync_x64.linux.so',
  'linux-arm64': 'libpowersync_aarch64.linux.so',
  'darwin-x64': 'libpowersync_x64.macos.dylib',
  'darwin-arm64': 'libpowersync_aarch64.macos.dylib',
};

/** The file name alone, for the packaged app, where the file lies among the resources. Throws where there is none. */
export function extensionFileName(platform: string = process.platform, arch: string = process.arch): string {
  const file = extensionFiles[`${platform}-${arch}`];
  if (file === undefined) throw new Error(`PowerSync has no SQLite extension for ${platform}-${arch}`);
  return file;
}

/** Where npm put the file. */
export function installedExtensionPath(): string {
  const manifest = createRequire(import.meta.url).resolve('@powersync/node/package.json');
  return join(dirname(manifest), 'lib', extensionFileName());
}
