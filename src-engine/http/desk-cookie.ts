/** The cookie of who is signed in at the agent desk. */
export const DESK_COOKIE = 'parley-desk'
