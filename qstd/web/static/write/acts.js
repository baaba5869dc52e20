// Everything that is done by a button: first what was typed is kept, then the form is sent, and its answer put in place.

import { post } from "./server.js";
import { focusOn, swap, tell } from "./parts.js";

let waiting = 0; // acts that are not answered yet
let to = ""; // where the last answer leads; followed when nothing waits behind it

export function acts(saver, shown, say) {
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.matches("[data-settle]")) {
      event.preventDefault();
      return settle(form, saver);
    }
    if (!form.matches("[data-act]")) return;
    event.preventDefault();
    if (event.submitter?.getAttribute("aria-disabled") === "true" || form.dataset.busy || (to && !waiting)) return;
    form.dataset.busy = "yes";
    waiting += 1;
    const back = returning(form, event.submitter);
    try {
      if (!(await saver.flush())) return say(saver.words.first);
      const answer = await post(event.submitter?.getAttribute("formaction") || form.action, new FormData(form, event.submitter));
      done(answer, form, back, saver, shown);
    } finally {
      delete form.dataset.busy;
      waiting -= 1;
      if (to && !waiting) location.assign(to);
    }
  });
  document.addEventListener("click", (event) => leaving(event, saver));
}

function done(answer, form, back, saver, shown) {
  if (answer.to) return void (to = answer.to);
  if (!answer.html) return saver.trouble(saver.words.offline);
  if (!answer.ok) tell(answer.html);
  if (answer.ok && form.matches("[data-once]")) form.reset(); // what was said of one save is not said of the next
  const wasFactForm = form.closest("#oplysning-form");
  const focus = swap(answer.html);
  if (answer.ok && wasFactForm) document.getElementById("oplysning-form").replaceChildren();
  shown();
  if (!answer.ok) return focusOn(document.querySelector("#oplysning-fejl") ? "oplysning-fejl" : "uheld-tekst");
  if (focus !== null) focusOn(focus);
  else if (wasFactForm) back?.();
}

/** How the focus gets back to what opened the form of a fact. */
let opener = null;
function returning(form, button) {
  if (form.closest("#oplysning-form")) return opener;
  if (button?.id) opener = () => document.getElementById(button.id)?.focus();
  return null;
}
export function openedBy(back) {
  opener = back;
}
export function closeForm() {
  const part = document.getElementById("oplysning-form");
  if (!part?.firstElementChild) return false;
  part.replaceChildren();
  opener?.();
  return true;
}

async function settle(form, saver) {
  const answer = await post(form.action, new FormData(form));
  if (!answer.ok && !answer.to) return focusOn(swap(answer.html) || "uenig-tekst");
  saver.forget();
  const number = form.action.match(/afsnit\/(\d+)$/);
  location.assign(answer.to || `${location.pathname}?afsnit=${number ? number[1] : 1}&fokus=afsnit-tekst`);
}

/** A link of the page is followed when all that was typed is kept. */
async function leaving(event, saver) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.target) return;
  if (link.getAttribute("href").startsWith("#") || link.origin !== location.origin || !saver.dirty.size) return;
  event.preventDefault();
  if (link.matches("[data-forget]")) saver.forget();
  else await saver.flush();
  location.assign(link.href);
}
