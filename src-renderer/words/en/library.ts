/** Words of the area `library`; keys begin with its name. */
export const library = {
}
