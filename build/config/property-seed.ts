import fc from 'fast-check';
import { chosenSeed } from './chosen-seed.ts';

/**
 * Run before every test file. CI judges a commit, not luck: every property draws the same values each time, until
 * SCHALTER_SEED is `random` or a number.
 */
const { seed, isExploring } = chosenSeed(process.env['SCHALTER_SEED']);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
// A failure prints its seed by itself; this says it also where a run hangs or is killed.
if (isExploring) process.stderr.write(`SCHALTER_SEED=${seed}\n`);
