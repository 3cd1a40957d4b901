/** Words of the area `export`; keys begin with its name. */
export const exports = {
  busy: 'Drawing “{{name}}”…',
  done: 'Saved as {{file}}.',
  scaled: 'Saved as {{file}}, at {{percent}} percent of its size: larger pictures cannot be made.',
  comments: {
    title: 'Take in comments',
    hint: 'Comments made in a review file come back as a small file, or as a text somebody copied there.',
    choose: 'Choose a file…',
    text: 'Or paste the copied text',
    take: 'Take in',
    cancel: 'Cancel',
    edit_one: 'Take in {{count}} comment',
    edit_other: 'Take in {{count}} comments',
    taken_one: '{{count}} comment was taken in.',
    taken_other: '{{count}} comments were taken in.',
    known: 'All of these comments are here already.',
    kept_one: '{{count}} was edited in both places; the words here were kept.',
    kept_other: '{{count}} were edited in both places; the words here were kept.',
  },
}
