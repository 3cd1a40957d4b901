/** Words of the area `inspector`; keys begin with its name. */
export const inspector = {
}
