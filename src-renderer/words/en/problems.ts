/** Words of the area `problems`; keys begin with its name. */
export const problems = {
}
