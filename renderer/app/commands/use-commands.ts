import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../hooks/app-context.ts';
import { useCounter } from '../hooks/counter-context.ts';
import { useRows } from '../hooks/use-rows.ts';
import { useChangeMachine } from '../host/use-change-machine.ts';
import { useBack } from '../shell/use-back.ts';
import { isSavedList, savedLists } from '../views/saved-lists.ts';
import { viewsOf } from '../views/saved-views.ts';
import { type Command, commandGroups, commands } from './commands.ts';

/** A command in the language of the window, ready to be run. */
export interface ReadyCommand {
  readonly id: string;
  readonly group: Command['group'];
  readonly title: string;
  readonly about: string;
  readonly keys: string;
  readonly run: () => void;
}

/** What the person who sits here may do, from anywhere; and the views that they saved. */
export function useCommands(): readonly ReadyCommand[] {
  const { t } = useTranslation();
  const app = useApp();
  const { role, place } = useCounter();
  const views = useRows(`views/${place.clerkId}`, (rows) => viewsOf(rows, place.clerkId));
  const navigate = useNavigate();
  const changeMachine = useChangeMachine();
  const back = useBack();
  return useMemo(() => {
    const doing = {
      navigate,
      back,
      changeMachine: async (changes: Parameters<typeof changeMachine>[0]) => {
        await changeMachine(changes);
      },
      signOut: () => app.signOut(),
    };
    const own = commands
      .filter(({ isFor }) => isFor(role))
      .map((command) => ({
        id: command.id,
        group: command.group,
        title: command.titleOf(t),
        about: command.aboutOf?.(t) ?? '',
        keys: command.keys,
        run: () => void command.run(doing),
      }));
    const saved = (views ?? []).flatMap(({ id, list, name, search }) =>
      isSavedList(list)
        ? [
            {
              id: `view/${id}`,
              group: 'views' as const,
              title: name,
              about: t(`places.${list}`),
              keys: '',
              // The list takes what it knows of it.
              run: () => void navigate({ to: savedLists[list], search: JSON.parse(search) as object }),
            },
          ]
        : [],
    );
    const order = ({ group }: ReadyCommand): number => commandGroups.indexOf(group);
    return [...own, ...saved].toSorted((one, other) => order(one) - order(other));
  }, [t, app, role, navigate, changeMachine, back, views]);
}
