/** Words of the area `export`; keys begin with its name. */
export const exports = {
  busy: 'Drawing “{{name}}”…',
  done: 'Saved as {{file}}.',
  scaled: 'Saved as {{file}}, at {{percent}} percent of its size: larger pictures cannot be made.',
}
