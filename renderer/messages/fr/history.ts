import type { Messages } from '../de/index.ts';

export const history: Messages['history'] = {
  arriving: 'Les locations antérieures arrivent du serveur …',
  offline: 'Sans connexion : seul ce que cet appareil possède déjà est affiché.',
};
