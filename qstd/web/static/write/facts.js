// Making a fact of words that are marked in the text.

import { post } from "./server.js";
import { chosen } from "./field.js";
import { focusOn, state, swap, tell } from "./parts.js";
import { openedBy, closeForm } from "./acts.js";

export function facts(area, base, saver, say) {
  const button = document.querySelector("[data-fact]");
  const make = async () => {
    const words = chosen(area);
    if (!words) {
      say(saver.words.mark);
      return area.focus();
    }
    const { selectionStart: start, selectionEnd: end } = area;
    openedBy(() => { area.focus(); area.setSelectionRange(start, end); });
    if (!(await saver.flush())) return say(saver.words.first);
    const answer = await post(`${base}/oplysning/ny`, { afsnit: Number(state().at) + 1, ord: words });
    if (!answer.ok) tell(answer.html);
    swap(answer.html);
    focusOn(answer.ok ? "" : "uheld-tekst");
  };
  button.addEventListener("click", make);
  area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.key.toLowerCase() !== "o") return;
    event.preventDefault();
    make();
  });
}

/** What holds for the form wherever it was opened: another kind has other fields, and Escape closes it. */
export function factForm() {
  document.addEventListener("change", async (event) => {
    const select = event.target;
    if (!select.matches?.("[data-kind]")) return;
    const answer = await post(select.dataset.kind, new FormData(select.form));
    if (!answer.ok) tell(answer.html);
    swap(answer.html);
    focusOn(answer.ok ? "" : "uheld-tekst");
  });
  document.addEventListener("click", (event) => { if (event.target.closest?.("[data-cancel]")) closeForm(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest?.("#oplysning-form")) closeForm();
  });
}
