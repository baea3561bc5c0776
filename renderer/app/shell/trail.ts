/** A place that one can come back to, as it was left: `href` holds the filter of a list. */
export interface Stop {
  readonly path: string;
  readonly href: string;
}

/** The way to where one is: a place of the rail, and what was opened from there, one from the other. */
export type Trail = readonly Stop[];

/** What is passed through and not come back to: forms, and tasks of several steps. */
const passing = /^\/(check-out|check-in|reservations|imports)\/|^\/customers\/merge\/|\/(new|edit)$/;

/** How the way goes on with a place: back to where it stands on it already, else one further. A place of the rail begins it anew. */
export function trailTo(trail: Trail, stop: Stop): Trail {
  if (passing.test(stop.path)) return trail;
  const at = trail.findIndex(({ path }) => path === stop.path);
  if (at >= 0) return [...trail.slice(0, at), stop];
  return stop.path.lastIndexOf('/') === 0 ? [stop] : [...trail, stop];
}

/** What one came from to a place; undefined at the beginning of the way. */
export function stopBefore(trail: Trail, path: string): Stop | undefined {
  const at = trail.findIndex((stop) => stop.path === path);
  return at < 0 ? trail.at(-1) : trail[at - 1];
}
