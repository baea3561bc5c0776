import type { Messages } from '../de/index.ts';

export const signIn: Messages['signIn'] = {
  title: 'Accesso',
  email: 'E-mail',
  password: 'Password',
  submit: 'Accedi',
  submitting: 'Accesso in corso …',
  hint: 'Una sola volta con connessione. Poi lo sportello si apre anche senza.',
  server: 'Server {{address}}',
  wrong_credentials: 'E-mail o password non corretta.',
  server_unreachable: 'Il server non è raggiungibile. Verificare la connessione e riprovare.',
  too_many_tries: 'Troppi tentativi. Attendere un quarto d’ora.',
  no_access: 'Questo conto non appartiene a nessuna ditta qui oppure è sospeso. Rivolgersi alla direzione.',
  other_company:
    'Questo apparecchio appartiene a un’altra ditta. I suoi dati e le operazioni in attesa restano invariati.',
};
