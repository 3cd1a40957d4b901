/** The predefined variables whose words a customer may send at any time (requirements.md KAR-14, KAR-15). */
export const TOKEN_VARIABLES = ['ENCERRA_FLUXO', 'MENU_PRINCIPAL'] as const
