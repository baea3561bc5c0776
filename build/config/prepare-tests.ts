import { prepareBackend } from '#supabase/embedded/prepared.ts';

/** Before a run of many files, and not before one that names a file: most need no backend, and preparing one takes seconds. */
export default async function prepareTests(): Promise<(() => void) | undefined> {
  const namesFiles = process.argv.some((argument) => /\.test\.tsx?$/.test(argument));
  return namesFiles ? undefined : await prepareBackend();
}
