import type { Messages } from '../de/index.ts';

export const lock: Messages['lock'] = {
  title: 'Qui travaille ici ?',
  hint: 'La première lettre ou une flèche choisit, les chiffres sont le NIP.',
  people: 'Personnes sur cet appareil',
  pin: 'NIP de {{name}}',
  open: 'Ouvrir',
  opening: 'Ouverture …',
  needsPassword: 'mot de passe requis',
  suspended: 'suspendu',
  byPassword: 'Se connecter avec le mot de passe',
  back: 'Retour',
  switch: 'Verrouiller ou changer',
  elsewhere: 'autre succursale',
  elsewhereTitle: 'Ce guichet appartient à la succursale {{branch}}',
  elsewhereText:
    'Vous travaillez à la succursale {{own}}. Le serveur n’accepterait pas ce que vous écririez ici.',
  elsewhereAsk: 'Vous devez aussi travailler ici ? Adressez-vous à {{owners}}.',
  elsewhereAskLead: 'Vous devez aussi travailler ici ? Adressez-vous à la direction.',
  suspendedTitle: 'Votre compte est suspendu',
  suspendedText: 'Le serveur n’accepterait pas ce que vous écririez ici.',
  retiredTitle: 'Ce guichet est hors service',
  retiredText: 'Il a été désactivé. Le serveur n’accepterait pas ce que vous écririez ici.',
  ask: 'Est-ce une erreur ? Adressez-vous à {{owners}}.',
  askLead: 'Est-ce une erreur ? Adressez-vous à la direction.',
  another: 'Connecter une autre personne',
};
