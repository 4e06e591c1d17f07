/**
 * Puts the text of a textarea on the clipboard. Where the browser does not let a page do that (as on a page opened from a
 * file) the textarea is shown with its text selected. Resolves to whether it was copied.
 */
export async function copy(textarea) {
  try {
    await navigator.clipboard.writeText(textarea.value);
    textarea.hidden = true;
    return true;
  } catch {
    textarea.hidden = false;
    textarea.focus();
    textarea.select();
    return false;
  }
}
