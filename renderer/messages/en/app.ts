import type { Messages } from '../de/index.ts';

export const app: Messages['app'] = {
  starting: 'Schalter is opening …',
  serversInvalid: 'The file with the server addresses is wrong: {{field}}',
  serversInvalidHint: 'Correct or delete {{file}} and open Schalter again.',
  hostFailed: 'The data store does not answer.',
  hostFailedHint:
    'Open Schalter again. If it stays like this, report code {{code}}. Nothing you entered is lost.',
  damaged: 'The data store was damaged and has been rebuilt. The old file is in {{folder}}.',
  damagedPending_one: '{{count}} unsent change was rescued and will be sent.',
  damagedPending_other: '{{count}} unsent changes were rescued and will be sent.',
  damagedUnreadable: 'Whether anything was still unsent could not be read. Keep the old file.',
  understood: 'Understood',
  again: 'Again',
};
