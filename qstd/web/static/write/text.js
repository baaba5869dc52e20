// The file as text: kept while somebody types, with numbered lines that findings lead to.

import { acts } from "./acts.js";
import { Saver } from "./saver.js";

const page = document.querySelector("[data-base]");
const area = document.getElementById("tekst");
const numbers = document.getElementById("linjer");
const say = (words) => { document.getElementById("besked").textContent = words; };
let lines = 0;

function count() {
  const found = area.value.split("\n").length;
  if (found === lines) return;
  lines = found;
  numbers.textContent = Array.from({ length: found }, (_, at) => at + 1).join("\n");
}

function goTo(line) {
  const before = area.value.split("\n").slice(0, line - 1);
  const start = before.reduce((sum, each) => sum + each.length + 1, 0);
  const end = area.value.indexOf("\n", start);
  area.focus();
  area.setSelectionRange(start, end < 0 ? area.value.length : end);
  area.scrollTop = Math.max(0, (line - 4) * parseFloat(getComputedStyle(area).lineHeight));
}

const saver = new Saver(document.querySelector("[data-autosave]"), page, count);
acts(saver, count, say);
area.addEventListener("input", count);
area.addEventListener("scroll", () => { numbers.scrollTop = area.scrollTop; });
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-line]");
  if (!link) return;
  event.preventDefault();
  goTo(Number(link.dataset.line));
});
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s" || event.shiftKey) return;
  event.preventDefault();
  document.getElementById("gem").click();
});
if (matchMedia("(min-width: 70rem)").matches) document.getElementById("besked-fold")?.setAttribute("open", "");
count();
const back = saver.recover();
if (typeof back === "string" && back) say(back);
document.documentElement.dataset.ready = "yes";
