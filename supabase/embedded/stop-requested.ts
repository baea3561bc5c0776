const everyMs = 500;

/**
 * Resolves when somebody wants this program to end: Ctrl+C, a signal, a closed terminal, or the end of the program that
 * started it. The last because npm hands a signal to the shell between it and us, which ends without telling us.
 */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve());
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      resolve();
    }, everyMs);
    watch.unref();
  });
}
