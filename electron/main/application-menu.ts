import { Menu, type MenuItemConstructorOptions } from 'electron';

const zoom: readonly MenuItemConstructorOptions[] = [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  { role: 'togglefullscreen' },
];

/**
 * No menu bar is shown on Windows and Linux, but its keys work: larger and smaller text, full screen. On a Mac the menu
 * belongs to the system, and without its edit menu copying and pasting would not work.
 */
export function setApplicationMenu(platform: string): void {
  const view: MenuItemConstructorOptions = { label: 'Ansicht', submenu: [...zoom] };
  const template: MenuItemConstructorOptions[] =
    platform === 'darwin'
      ? [{ role: 'appMenu' }, { role: 'editMenu' }, view, { role: 'windowMenu' }]
      : [view];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
