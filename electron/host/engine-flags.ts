/**
 * How V8 is told to keep house in the process of the replica and the papers. By itself it lets its young generation grow to three times
 * 16 MB on a machine with much memory, and a few papers in a row leave a hundred megabytes that it gives back to nobody; a
 * counter is not alone on its PC. What lives there is some 35 MB. In doubt it is to keep little rather than to be quick: a host that had drawn
 * a few papers was 12 MB smaller, and starting and saving took about as long, as far as two runs each could tell.
 */
export const engineFlags: readonly string[] = ['--max-semi-space-size=4', '--optimize-for-size'];
