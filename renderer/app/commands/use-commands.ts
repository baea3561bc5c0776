import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../hooks/app-context.ts';
import { useCounter } from '../hooks/counter-context.ts';
import { useChangeMachine } from '../host/use-change-machine.ts';
import { useBack } from '../shell/use-back.ts';
import { type Command, commands } from './commands.ts';

/** A command in the language of the window, ready to be run. */
export interface ReadyCommand {
  readonly id: string;
  readonly group: Command['group'];
  readonly title: string;
  readonly about: string;
  readonly keys: string;
  readonly run: () => void;
}

/** What the person who sits here may do, from anywhere. */
export function useCommands(): readonly ReadyCommand[] {
  const { t } = useTranslation();
  const app = useApp();
  const { role } = useCounter();
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
    return commands
      .filter(({ isFor }) => isFor(role))
      .map((command) => ({
        id: command.id,
        group: command.group,
        title: command.titleOf(t),
        about: command.aboutOf?.(t) ?? '',
        keys: command.keys,
        run: () => void command.run(doing),
      }));
  }, [t, app, role, navigate, changeMachine, back]);
}
