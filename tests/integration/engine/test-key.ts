export const KEY_ID = 'tests'
export const SECRET = 'a-secret-of-the-tests-only'
export const KEYS = new Map([[KEY_ID, [SECRET]]])
