/**
 * A small stand-in for the module `electron`, for tests of main and preload where there is no Electron: it keeps what
 * it was told, carries messages with a structured clone as IPC does, and never acts on its own. Use it with
 * `vi.mock('electron', () => import('./testing/fake-electron.ts'))`. What it cannot show is what Chromium makes of it all.
 */
import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { FakeMessageChannelMain, type FakePortMain } from './fake-ports.ts';
import { FakeUtilityProcess } from './fake-utility-process.ts';

type Handler = (...parameters: never[]) => unknown;

/** The frame that sends: by default the top frame of our own page. Set `senderFrame` to be somebody else. */
export interface FakeFrame {
  readonly url: string;
  readonly parent: FakeFrame | null;
}

class FakeApp extends EventEmitter {
  readonly calls: string[] = [];
  readonly paths = new Map<string, string>();
  isFirst = true;
  #ready: () => void = () => undefined;
  readonly #whenReady = new Promise<void>((resolve) => {
    this.#ready = resolve;
  });

  becomeReady = (): void => this.#ready();
  whenReady = (): Promise<void> => this.#whenReady;
  requestSingleInstanceLock = (): boolean => this.isFirst;
  getPath = (name: string): string => this.paths.get(name) ?? '';
  setPath = (name: string, path: string): void => void this.paths.set(name, path);
  getVersion = (): string => '1.2.3';
  enableSandbox = (): void => void this.calls.push('enableSandbox');
  quit = (): void => void this.calls.push('quit');
  exit = (code: number): void => void this.calls.push(`exit ${code}`);
}

class FakeWebContents extends EventEmitter {
  openWindow: Handler = () => ({ action: 'allow' });
  setWindowOpenHandler = (handler: Handler): void => {
    this.openWindow = handler;
  };
}

class FakeWindow extends EventEmitter {
  static readonly opened: FakeWindow[] = [];
  static getAllWindows = (): FakeWindow[] => FakeWindow.opened;
  readonly webContents = new FakeWebContents();
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly loaded: string[] = [];
  readonly calls: string[] = [];
  minimized = false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    FakeWindow.opened.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
  }
  show = (): void => void this.calls.push('show');
  focus = (): void => void this.calls.push('focus');
  restore = (): void => void this.calls.push('restore');
  isMinimized = (): boolean => this.minimized;
  setMenuBarVisibility = (visible: boolean): void => void this.calls.push(`menu bar ${visible}`);
}

class FakeIpcMain extends EventEmitter {
  readonly handlers = new Map<string, (event: unknown, ...parameters: unknown[]) => unknown>();
  handle = (channel: string, handler: (event: unknown, ...parameters: unknown[]) => unknown): void =>
    void this.handlers.set(channel, handler);
}

const ownFrame: FakeFrame = { url: 'app://schalter/', parent: null };

/** What a test sets and reads beside the module itself. */
export const fake = {
  senderFrame: ownFrame as FakeFrame | null,
  ownFrame,
  /** What the preload put on the page's window, by name. */
  world: new Map<string, unknown>(),
  permissions: new Map<string, Handler>(),
  schemes: [] as unknown[],
  protocols: new Map<string, (request: Request) => Response | Promise<Response>>(),
  processes: [] as FakeUtilityProcess[],
  /** Called with every process that is forked: a test lets the real host run in it. */
  onFork: (() => undefined) as (process: FakeUtilityProcess) => void,
  keychain: { available: true, backend: 'gnome_libsecret' },
  menus: [] as unknown[],
  openedPaths: [] as string[],
  errorBoxes: [] as string[],
};

/** The event of a message; a frame can be sent to only with ports, as main does. */
function senderEvent() {
  const frame = fake.senderFrame;
  return {
    senderFrame: frame && {
      ...frame,
      postMessage: (channel: string, _message: unknown, ports: readonly FakePortMain[]) => {
        const transferred: MessagePort[] = ports.map((port) => port.transfer());
        queueMicrotask(() => ipcRenderer.emit(channel, { ports: transferred }));
      },
    },
  };
}

class FakeIpcRenderer extends EventEmitter {
  invoke = async (channel: string, ...parameters: unknown[]): Promise<unknown> => {
    const sent = structuredClone(parameters);
    const handler = ipcMain.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await handler(senderEvent(), ...sent));
  };
  send = (channel: string, ...parameters: unknown[]): void => {
    ipcMain.emit(channel, senderEvent(), ...structuredClone(parameters));
  };
}

export const app = new FakeApp();
export const ipcMain = new FakeIpcMain();
export const ipcRenderer = new FakeIpcRenderer();
export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown): void => void fake.world.set(name, api),
};
export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: Handler) => void fake.permissions.set('request', handler),
    setPermissionCheckHandler: (handler: Handler) => void fake.permissions.set('check', handler),
    setDevicePermissionHandler: (handler: Handler) => void fake.permissions.set('device', handler),
  },
};
export const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly unknown[]): void => void fake.schemes.push(...schemes),
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>): void =>
    void fake.protocols.set(scheme, handler),
};
/** There is no server in tests of main: as without a line. */
export const net = {
  fetch: async (): Promise<Response> => {
    throw new Error('net::ERR_INTERNET_DISCONNECTED');
  },
};
export const utilityProcess = {
  fork(script: string, args: readonly string[], options: Electron.ForkOptions): FakeUtilityProcess {
    const process = new FakeUtilityProcess(script, args, options);
    fake.processes.push(process);
    fake.onFork(process);
    return process;
  },
};
export const safeStorage = {
  isEncryptionAvailable: () => fake.keychain.available,
  getSelectedStorageBackend: () => fake.keychain.backend,
  encryptString(text: string): Buffer {
    if (!fake.keychain.available) throw new Error('Encryption is not available.');
    return Buffer.from(Buffer.from(text, 'utf8').map((byte) => byte ^ 0x5a));
  },
  decryptString(bytes: Buffer): string {
    if (!fake.keychain.available) throw new Error('Decryption is not available.');
    return Buffer.from(bytes.map((byte) => byte ^ 0x5a)).toString('utf8');
  },
};
export const Menu = {
  buildFromTemplate: (template: unknown): unknown => template,
  setApplicationMenu: (menu: unknown): void => void fake.menus.push(menu),
};
export const shell = {
  async openPath(path: string): Promise<string> {
    fake.openedPaths.push(path);
    return '';
  },
};
export const dialog = {
  showErrorBox: (_title: string, text: string): void => void fake.errorBoxes.push(text),
};
export { FakeWindow as BrowserWindow, FakeMessageChannelMain as MessageChannelMain };
