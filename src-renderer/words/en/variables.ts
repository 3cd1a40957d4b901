/** Words of the area `variables`; keys begin with its name. */
export const variables = {
}
