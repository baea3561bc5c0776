export type StartupProblem =
  | 'already_running'
  | 'port_in_use'
  | 'migration_changed'
  | 'migration_failed'
  | 'migration_missing'
  | 'streams_invalid'
  | 'production'
  | 'bad_option'
  | 'postgres_failed';

/** A start that cannot succeed, with a sentence for the person in front of the terminal. */
export class StartupError extends Error {
  readonly code: StartupProblem;

  constructor(code: StartupProblem, message: string) {
    super(message);
    this.name = 'StartupError';
    this.code = code;
  }
}
