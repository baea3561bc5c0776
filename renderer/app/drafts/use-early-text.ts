import { useEarlyKeys } from '../../ui/use-early-keys.ts';

/** What is typed before the draft is there is typed into it: into the field that has the focus then. */
export function useEarlyText(isThere: boolean): void {
  useEarlyKeys(isThere, ({ key }) => key.length === 1, true);
}
