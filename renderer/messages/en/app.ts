import type { Messages } from '../de/index.ts';

export const app: Messages['app'] = {
  starting: 'Schalter is opening …',
  serversInvalid: 'There is an error in the file with the server addresses: {{field}}',
  serversInvalidHint: 'Correct or delete {{file}} and open Schalter again.',
  hostFailed: 'The local data store does not answer.',
  hostFailedHint:
    'Open Schalter again. If it stays like this, give code {{code}} to support. Nothing you entered is lost.',
  damaged: 'The local data store was damaged and has been rebuilt. The old file is in {{folder}}.',
  damagedPending_one: '{{count}} unsent change was rescued and will be sent.',
  damagedPending_other: '{{count}} unsent changes were rescued and will be sent.',
  damagedUnreadable:
    'It could not be determined whether anything was still unsent. Please keep the old file.',
  understood: 'Understood',
  again: 'Try again',
};
