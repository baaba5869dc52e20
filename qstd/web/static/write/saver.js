// Keeping what is typed: sent to the editor a moment after each change, held in the browser until the editor says it has it.

import { post } from "./server.js";
import { state, swap, tell } from "./parts.js";

const WAIT = 400;
const LARGEST = 200_000; // characters that are put aside in the browser at every key
const SLOWEST = 30_000;

/** What the editor sent in a field, whatever somebody has typed there since. */
function sent(field) {
  if (!field.options) return field.defaultValue;
  return ([...field.options].find((each) => each.defaultSelected) || field.options[0])?.value ?? "";
}

/** What the browser holds under a name; nothing where something else has written there. */
function readable(text) {
  try {
    const held = JSON.parse(text);
    return typeof held?.text === "string" ? held : null;
  } catch {
    return null;
  }
}

export class Saver {
  /** `form` has `data-autosave`; `page` has the words and the name of the standard; `shown` is called after each answer. */
  constructor(form, page, shown) {
    this.form = form;
    this.words = JSON.parse(page.dataset.words);
    this.ref = page.dataset.ref;
    this.shown = shown;
    this.dirty = new Map();
    this.held = new Map(); // of each field: under which name the browser holds its text
    this.was = new Map(); // the values that the editor is known to have
    this.fails = 0;
    this.stopped = false;
    for (const field of this.fields()) this.was.set(field.name, sent(field));
    form.addEventListener("input", (event) => this.changed(event.target, WAIT));
    form.addEventListener("change", (event) => this.changed(event.target, 0));
    form.addEventListener("submit", (event) => { event.preventDefault(); this.flush(); });
    window.addEventListener("online", () => this.flush());
    window.addEventListener("beforeunload", (event) => { if (this.dirty.size) event.preventDefault(); });
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.flush(); });
    for (const field of this.fields()) if (field.value !== this.was.get(field.name)) this.changed(field, 0); // typed before we came
  }

  fields() {
    return [...this.form.elements].filter((each) => each.name && each.name !== "csrf" && "value" in each && each.type !== "submit");
  }

  changed(field, wait) {
    if (!field.name || this.was.get(field.name) === undefined) return;
    if (!this.dirty.has(field.name) && field.value === this.was.get(field.name)) return;
    this.dirty.set(field.name, field.value);
    this.hold(field.name, field.value);
    this.soon(wait);
  }

  soon(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), wait);
  }

  /** Send what is not kept yet; tell whether all of it is. */
  async flush() {
    clearTimeout(this.timer);
    while (this.dirty.size && !this.stopped) {
      if (!(await this.send())) return false;
    }
    return !this.dirty.size;
  }

  /** Ask for all parts anew. */
  refresh() {
    return this.dirty.size ? this.flush() : this.exchange({});
  }

  send() {
    if (this.sending) return this.sending;
    if (!this.dirty.size || this.stopped) return Promise.resolve(!this.dirty.size);
    this.sending = this.exchange(Object.fromEntries(this.dirty)).finally(() => {
      this.sending = null;
      if (this.dirty.size && !this.fails && !this.stopped) this.soon(WAIT);
    });
    return this.sending;
  }

  async exchange(values, seen) {
    const more = seen ? { kladde: seen } : {};
    const answer = await post(this.form.action, { ...values, navn: state().name, ...more });
    if (answer.to) return this.leave(answer.to);
    if (answer.ok) this.kept(values);
    else this.failed(answer);
    if (answer.status >= 400) tell(answer.html);
    if (answer.html && (answer.ok || answer.status < 500 || answer.status === 507)) {
      swap(answer.html);
      this.shown();
    }
    return answer.ok;
  }

  kept(values) {
    this.fails = 0;
    for (const [name, value] of Object.entries(values)) {
      this.was.set(name, value);
      if (this.dirty.get(name) !== value) continue;
      this.dirty.delete(name);
      this.release(name);
    }
    this.trouble("");
  }

  failed(answer) {
    if (answer.status === 409) this.stopped = true;
    const refused = answer.status >= 400 && answer.status < 500;
    this.fails += 1;
    this.trouble(refused || answer.status === 507 ? this.words.unkept : this.words.offline);
    if (refused) {
      this.fails = 0; // the next key tries again
      return;
    }
    for (const [name, value] of this.dirty) this.hold(name, value, true);
    this.soon(Math.min(SLOWEST, 500 * 2 ** this.fails));
  }

  trouble(words) {
    const line = document.getElementById("forbindelse");
    if (line.textContent !== words) line.textContent = words;
    line.hidden = !words;
    document.getElementById("gemt").hidden = Boolean(words);
    document.getElementById("status").classList.toggle("trouble", Boolean(words));
  }

  leave(address) {
    this.dirty.clear();
    location.assign(address);
    return true;
  }

  // ---------- What the browser holds ----------

  hold(name, value, large = false) {
    if (value.length > LARGEST && !large) return;
    const key = this.held.get(name) || `qstd:${this.ref}|${state().name}|${name}`;
    this.held.set(name, key);
    const { digest, at } = state();
    const text = JSON.stringify({ text: value, was: this.was.get(name), seen: digest, at, when: Date.now() });
    try { localStorage.setItem(key, text); } catch { /* full: the field itself still has it */ }
  }

  release(name) {
    localStorage.removeItem(this.held.get(name) || `qstd:${this.ref}|${state().name}|${name}`);
    this.held.delete(name);
  }

  forget() {
    for (const name of [...this.held.keys()]) this.release(name);
    this.dirty.clear();
  }

  /** Put back what the browser holds from before a crash; return the words for it. */
  recover() {
    let back = "";
    const own = `qstd:${this.ref}|`;
    for (const key of Object.keys(localStorage).filter((each) => each.startsWith(own))) {
      const [, name, field] = key.split("|");
      const held = readable(localStorage.getItem(key));
      if (!held) continue;
      const input = this.fields().find((each) => each.name === field);
      if (name !== state().name || !input) {
        if (held.at !== state().at) back = back || { at: Number(held.at) + 1 };
      } else if (held.text === input.value) localStorage.removeItem(key);
      else if (held.was === input.value) {
        input.value = held.text;
        this.held.set(field, key);
        this.changed(input, 0);
        back = this.words.back;
      } else {
        this.held.set(field, key);
        this.dirty.set(field, held.text);
        this.exchange({ [field]: held.text }, held.seen);
      }
    }
    return back;
  }
}
