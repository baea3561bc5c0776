/**
 * Stands in the desktop's bundle for PowerSync's WASM SQLite. A desktop's replica lies in the host process, and the
 * page's policy would not let WASM run: 7 MB that nobody can use, which the app would read at every start.
 */
export default function absent(): never {
  throw new Error('this build has no SQLite in the page');
}
