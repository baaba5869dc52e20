// Parts of the page put in place of those with the same id; what somebody has opened or typed in them stays, and the focus too.

const served = new WeakMap();

/** Put the parts of an answer in place; return the id that the answer wants the focus on. */
export function swap(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const part of fresh.querySelectorAll("[data-part][id]")) replace(part);
  return fresh.querySelector("[data-focus-id]")?.dataset.focusId || (document.querySelector("[data-part] [data-focus]") ? "" : null);
}

function replace(part) {
  const old = document.getElementById(part.id);
  if (!old) return;
  const markup = part.outerHTML;
  if (served.get(old) === markup) return;
  const next = document.adoptNode(part);
  if (old.getAttribute("role") === "status") return old.replaceChildren(...next.childNodes); // it is listened to
  const held = old.contains(document.activeElement) ? place(document.activeElement) : null;
  keep(old, next);
  old.replaceWith(next);
  served.set(next, markup);
  if (held) restore(held, next);
}

function keep(old, next) {
  for (const each of old.querySelectorAll("details[id][open]")) next.querySelector(`#${CSS.escape(each.id)}`)?.setAttribute("open", "");
  for (const each of old.querySelectorAll("textarea[id], input[id]:not([type=hidden]), select[id]")) {
    const same = next.querySelector(`#${CSS.escape(each.id)}`);
    if (!same) continue;
    if (each.type === "checkbox") same.checked = each.checked;
    else if (each.value !== each.defaultValue) same.value = each.value;
  }
}

function place(element) {
  const held = { id: element.id };
  if (element.matches("textarea, input:not([type=checkbox])")) Object.assign(held, { start: element.selectionStart, end: element.selectionEnd });
  return held;
}

function restore(held, part) {
  const same = (held.id && document.getElementById(held.id)) || part.querySelector("[tabindex='-1']");
  if (!same) return;
  same.focus({ preventScroll: true });
  if (held.start !== undefined) same.setSelectionRange(held.start, held.end);
}

/** Show a refusal that is no part of this page: where somebody is not let in any more, or the program has a fault. */
export function tell(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  if (fresh.querySelector("[data-part]")) return;
  const box = document.createElement("div");
  Object.assign(box, { id: "uheld-tekst", className: "errors", tabIndex: -1, textContent: fresh.body.textContent.trim() });
  box.setAttribute("role", "alert");
  document.getElementById("uheld").replaceChildren(box);
}

/** Give the focus to what an answer asks for. */
export function focusOn(id) {
  const wanted = id ? document.getElementById(id) : document.querySelector("[data-part] [data-focus]");
  if (!wanted) return;
  for (let fold = wanted.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) fold.open = true;
  wanted.removeAttribute("data-focus");
  wanted.focus();
}

/** What the server said of the draft last: its digest, the section, the passages that are marked. */
export const state = () => document.getElementById("kladde").dataset;
