import { Button, type ButtonProps } from '../../ui/Button.tsx';
import { useHotkeys } from '../hooks/use-hotkeys.ts';
import { newKey } from './new-key.ts';

type NewButtonProps = Required<Pick<ButtonProps, 'children' | 'onPress'>>;

/** Adds to a list: the one main step of each. Its key is that of every list, and is heard as long as the button is there: for who may add, and nobody else. */
export function NewButton({ children, onPress }: NewButtonProps) {
  useHotkeys({ [newKey.toLowerCase()]: onPress });
  return (
    <Button hotkey={newKey} kind="primary" onPress={onPress}>
      {children}
    </Button>
  );
}
