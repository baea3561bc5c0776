import type { SearchHit } from '#sync/search/search-query.ts';
import { type Fit, rankCommands } from '../commands/rank-commands.ts';
import type { ReadyCommand } from '../commands/use-commands.ts';

/** An entry of the list below the search box, and the heading it stands under. */
export type Entry =
  | { readonly key: string; readonly group: 'found'; readonly hit: SearchHit }
  | {
      readonly key: string;
      readonly group: 'commands' | ReadyCommand['group'];
      readonly command: ReadyCommand;
    };

/** With this before it, a text asks for commands alone. */
const commandMark = '>';
/** Beside finds; alone, all of them are shown. */
const commandsAtMost = 6;

/** What to search for in the replica: nothing where only commands were asked for. */
export function searchedText(text: string): string {
  return text.trimStart().startsWith(commandMark) ? '' : text;
}

/**
 * The entries for a text. Finds and commands each stand together, and those come first whose best fits better; finds where both fit
 * as well. Beside finds, commands are not listed for what only stands within a word.
 */
export function foundEntries(
  text: string,
  hits: readonly SearchHit[],
  commands: readonly ReadyCommand[],
): readonly Entry[] {
  const typed = text.trimStart();
  if (typed.startsWith(commandMark)) {
    const asked = typed.slice(commandMark.length);
    const isAll = asked.trim() === '';
    return rankCommands(commands, asked).map(({ item }) => ({
      key: commandKey(item),
      group: isAll ? item.group : 'commands',
      command: item,
    }));
  }
  if (typed === '') return [];
  const ranked = rankCommands(commands, text)
    .filter(({ fit }) => fit < 2)
    .slice(0, commandsAtMost);
  const found = hits.map((hit): Entry => ({ key: `${hit.kind}/${hit.id}`, group: 'found', hit }));
  const run = ranked.map(({ item }): Entry => ({ key: commandKey(item), group: 'commands', command: item }));
  const worst: Fit = 2;
  const isCommand = (ranked[0]?.fit ?? worst) < (hits[0]?.fit ?? worst);
  return isCommand ? [...run, ...found] : [...found, ...run];
}

const commandKey = ({ id }: ReadyCommand): string => `command/${id}`;
