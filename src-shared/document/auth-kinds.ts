/** How API calls can prove who they are (requirements.md NHN-26). */
export const AUTH_KINDS = ['basic', 'bearer', 'apiKey', 'oauth2', 'hmac'] as const
