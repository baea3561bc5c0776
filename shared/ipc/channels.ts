/** The few names that main, preload and the counter host use beside the contract. */
export const callChannel = 'schalter:call';
export const openReplicaChannel = 'schalter:open-replica';
export const replicaPortMessage = 'schalter:replica-port';

/** The page's own scheme and origin: standard and secure, so that the page has an origin and no file:// rights. */
export const pageScheme = 'app';
export const pageOrigin = 'app://schalter';
