/** What stands in the way of the sync until a person does something. The upload queue is untouched by all of them. */
export type SyncProblem =
  /** Nobody is signed in, or the session was ended by the server. */
  | { readonly kind: 'sign-in-needed' }
  /** The server takes nothing from this person or this counter: suspended, or the counter was revoked. */
  | { readonly kind: 'not-permitted'; readonly code: string; readonly message: string }
  /** This version of the app is too old for the server. What waits stays, and goes when the app is updated. */
  | { readonly kind: 'update-needed'; readonly message: string }
  /** One local transaction cannot be sent, and what comes after it waits. Code of Postgres, or the HTTP status. */
  | { readonly kind: 'cannot-send'; readonly txId: number; readonly code: string; readonly message: string };
