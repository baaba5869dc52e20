// The write screen: what is typed is kept, marked, counted and shown while somebody types.

import { acts } from "./acts.js";
import { factForm, facts } from "./facts.js";
import { insert, insertBlock } from "./field.js";
import { Marks } from "./marks.js";
import { focusOn, state, swap } from "./parts.js";
import { pasting } from "./paste.js";
import { Saver } from "./saver.js";
import { get } from "./server.js";
import { toolbar } from "./toolbar.js";

const PULSE = 30_000;
const desk = document.querySelector(".desk");
const { base } = desk.dataset;
const form = document.querySelector("[data-autosave]");
const area = document.getElementById("afsnit-tekst");
const marks = area && new Marks(area, document.querySelector(".mirror"));
const saver = new Saver(form, desk, shown);
const say = (words) => { document.getElementById("besked").textContent = words; };

function shown() {
  marks?.show(JSON.parse(state().marks));
}

function recover() {
  const back = saver.recover();
  if (typeof back === "string") { if (back) say(back); return; }
  say(`${saver.words.elsewhere} `);
  const link = document.createElement("a");
  link.href = `${base}?afsnit=${back.at}`;
  link.textContent = saver.words.there;
  document.getElementById("besked").append(link);
}

function viewing() {
  const panel = document.getElementById("vis-her");
  const buttons = document.querySelectorAll("[data-view]");
  const view = (name) => {
    panel.hidden = name !== "vis";
    for (const each of buttons) each.setAttribute("aria-pressed", String(each.dataset.view === name));
    sessionStorage.setItem("qstd-vis", name);
  };
  for (const each of buttons) {
    each.addEventListener("click", () => { view(each.dataset.view); if (each.dataset.view === "vis") saver.refresh(); });
  }
  if (sessionStorage.getItem("qstd-vis") === "vis") view("vis");
}

function derivedFrom(origin) {
  const field = document.getElementById("afsnit-hentet");
  field.value = origin;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function besideText() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-old], [data-use], [data-clear]");
    if (!button) return;
    if (button.dataset.old) mend(button.dataset.old, button.dataset.new);
    if (button.dataset.use) use(document.getElementById(button.dataset.use).querySelector("[data-wording]"), button.dataset.how);
    if (button.dataset.clear) { derivedFrom(""); area.focus(); }
  });
}

function mend(old, words) {
  const at = area.value.indexOf(old);
  if (at >= 0) insert(area, at, at + old.length, words, [0, words.length]);
}

function use(wording, how) {
  if (how === "replace") insert(area, 0, area.value.length, wording.textContent);
  else insertBlock(area, wording.textContent);
  derivedFrom(wording.dataset.wording);
}

async function beside() {
  const part = document.querySelector("[data-load]");
  if (!part) return;
  const answer = await get(part.dataset.load);
  if (answer.ok) swap(answer.html);
}

function pulse() {
  setInterval(async () => {
    if (document.hidden) return;
    const answer = await get(`${base}/stand?afsnit=${Number(state().at) + 1}`);
    if (answer.ok) swap(answer.html);
  }, PULSE);
}

function keys() {
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s" || event.shiftKey) return;
    event.preventDefault();
    document.getElementById("gem").click();
  });
}

if (matchMedia("(min-width: 70rem)").matches) document.getElementById("besked-fold")?.setAttribute("open", "");
else {
  for (const id of ["afsnit-fold", "side-fold"]) document.getElementById(id)?.removeAttribute("open");
}
form.addEventListener("input", () => say(""));
acts(saver, shown, say);
factForm();
if (area) {
  toolbar(area, saver.words);
  pasting(area, base, saver.words, say);
  facts(area, base, saver, say);
  viewing();
  besideText();
}
keys();
pulse();
shown();
recover();
history.replaceState(null, "", `${location.pathname}?afsnit=${Number(state().at) + 1}`);
focusOn(document.querySelector("[data-focus-id]")?.dataset.focusId || "none");
beside();
document.documentElement.dataset.ready = "yes";
