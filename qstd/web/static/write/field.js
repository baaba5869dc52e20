// Writing into the field as if somebody typed it, so that the browser's own undo takes it back in one step.

const SLOW = 100_000; // characters beyond which the browser's way is too slow

/** Put text in place of what stands between two places, and select `inside` (an offset and a length) of it. */
export function insert(area, start, end, text, inside) {
  area.focus();
  area.setSelectionRange(start, end);
  const typed = text.length < SLOW && document.execCommand(text ? "insertText" : "delete", false, text);
  if (!typed) {
    area.setRangeText(text, start, end, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  if (inside) area.setSelectionRange(start + inside[0], start + inside[0] + inside[1]);
}

/** Put a block where the caret is, with an empty line before and after it. */
export function insertBlock(area, text) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const before = value.slice(0, start), after = value.slice(end);
  const open = !before.trim() || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const close = !after.trim() || after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  insert(area, start, end, open + text + close);
}

/** The words that are selected, widened to whole words; empty where nothing is. */
export function chosen(area) {
  let { selectionStart: start, selectionEnd: end } = area;
  const { value } = area;
  if (!value.slice(start, end).trim()) return "";
  const inWord = (at) => at > 0 && at < value.length && /[\p{L}\p{N}]/u.test(value[at - 1]) && /[\p{L}\p{N}]/u.test(value[at]);
  while (inWord(start)) start -= 1;
  while (inWord(end)) end += 1;
  return value.slice(start, end);
}
