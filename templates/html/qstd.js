// Optional: every page can be read and used without this file.

// A copy link copies its address; without a clipboard it is an ordinary link.
document.addEventListener("click", async (event) => {
  const link = event.target.closest(".perma");
  if (!link || !navigator.clipboard) return;
  try {
    await navigator.clipboard.writeText(link.href);
    link.classList.add("copied");
    setTimeout(() => link.classList.remove("copied"), 1500);
  } catch {
    // The link still works.
  }
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// The contents are folded on small screens; a screen that is turned gets them as that width has them.
const narrow = matchMedia("(max-width: 63.99rem)");
const fold = () => {
  for (const contents of document.querySelectorAll(".toc > details")) contents.open = !narrow.matches;
};
narrow.addEventListener("change", fold);
fold();

// Folded text is printed unfolded, also by browsers whose style sheets cannot do it.
window.addEventListener("beforeprint", () => {
  for (const quote of document.querySelectorAll("details:is(.q, .same):not([open])")) {
    quote.open = true;
    quote.dataset.unfolded = "";
  }
});
window.addEventListener("afterprint", () => {
  for (const quote of document.querySelectorAll("details[data-unfolded]")) {
    quote.open = false;
    delete quote.dataset.unfolded;
  }
});

// Some browsers forget that a table is one once its rows are cards. Roles say so again; they stand here and not in the
// page, since HTML does not allow them beside the elements that mean the same. A wide screen may become a narrow one.
const roles = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" };
roles["thead th"] = "columnheader";
roles["tbody th"] = "rowheader";
for (const [elements, role] of Object.entries(roles)) {
  for (const each of document.querySelectorAll(`.cmp:is(${elements}), .cmp :is(${elements})`)) each.setAttribute("role", role);
}

// ---------- From one difference to the next ----------
// `stops` are the places to stop at; `arrive` tells of one, and returns what takes the focus there.
function jumps(tools, stops, arrive, tell) {
  const keys = document.getElementById("taster");
  let last = null;
  function jump(step) {
    const open = stops();
    const near = document.activeElement.closest?.("tr, [id]") ?? document.body;
    const here = open.find((stop) => stop.contains(near)) ?? (last?.isConnected ? last : null);
    const isBehind = (stop) => here.compareDocumentPosition(stop) & (step > 0 ? 4 : 2);
    const ahead = open.filter((stop) => (here ? isBehind(stop) : stop.getBoundingClientRect().top * step > 0));
    const stop = step > 0 ? ahead[0] : ahead.at(-1);
    if (!stop) return tell(step > 0 ? "last" : "first");
    location.replace(`#${stop.id}`);
    const target = arrive(stop, open.indexOf(stop) + 1, open.length);
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    last = stop;
  }
  for (const button of tools.querySelectorAll("[data-jump]")) button.addEventListener("click", () => jump(+button.dataset.jump));
  document.addEventListener("keydown", (event) => {
    const busy = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
    if (busy || !keys.checked || event.target.closest?.("input, select, textarea, [contenteditable]")) return;
    const step = { n: 1, p: -1 }[event.key];
    if (step) jump(step);
  });
}

// ---------- Two versions ----------
const changes = document.querySelector(".jumps");
if (changes) {
  changes.hidden = false;
  const news = changes.querySelector(".news");
  const tell = (key, values = {}) =>
    (news.textContent = Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), changes.dataset[key]));
  const stops = () => [...document.querySelectorAll('[id*="-aendring-"]')].filter((stop) => stop.getClientRects().length);
  const arrive = (stop, at, total) => {
    tell("arrived", { at, total, name: stop.closest("section")?.querySelector("h2")?.textContent.trim() ?? "" });
    return stop;
  };
  jumps(changes, stops, arrive, tell);
}

// ---------- Comparison ----------
// Comfort on top: equal rows can be hidden and columns chosen without it. What it says stands in the page, translated.
const tools = document.querySelector(".tools");
if (tools) compare();

function compare() {
  const only = document.getElementById("kun-forskelle");
  const base = document.getElementById("sammenlign-med");
  const boxes = [...tools.querySelectorAll(".choose input")];
  const rows = [...document.querySelectorAll(".cmp > tbody > tr:not(.grp)")];
  const news = tools.querySelector(".news");
  const say = (key, values) =>
    Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), tools.dataset[key]);
  const tell = (key, values = {}) => (news.textContent = say(key, values));
  const cellsOf = (row) => [...row.querySelectorAll(":scope > td[data-place]")];
  for (const row of rows) row.dataset.alike = row.classList.contains("same") ? "1" : "";

  // ----- The address holds what is chosen, so that it can be sent to others.

  function read() {
    const query = new URLSearchParams(location.search);
    const shown = query.get("kolonner")?.split(",");
    if (shown) for (const box of boxes) box.checked = shown.includes(box.value);
    if (only && query.get("kun") === "forskelle") only.checked = true;
    if (base && query.has("med")) base.value = query.get("med");
  }
  function write() {
    const query = new URLSearchParams(location.search);
    const keep = (name, value) => (value ? query.set(name, value) : query.delete(name));
    keep("kolonner", boxes.every((box) => box.checked) ? "" : boxes.filter((box) => box.checked).map((box) => box.value).join(","));
    keep("kun", only?.checked ? "forskelle" : "");
    keep("med", base?.value);
    const chosen = query.toString().replaceAll("%2C", ",");
    try {
      history.replaceState(null, "", location.pathname + (chosen && `?${chosen}`) + location.hash);
    } catch {
      // A page without an address of its own keeps its choices to itself.
    }
  }

  // ----- Columns: which rows differ depends on which columns are shown.

  function judge() {
    const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.id.slice(4)));
    const all = shown.size === boxes.length;
    for (const row of rows) row.classList.toggle("same", all ? !!row.dataset.alike : alike(row, shown));
    const differing = rows.filter((row) => !row.classList.contains("same")).length;
    const count = tools.querySelector(".count-diff");
    if (count) count.textContent = say("shown", { shown: differing, rows: rows.length });
  }
  function alike(row, shown) {
    const cells = cellsOf(row);
    if (!cells.some((cell) => cell.dataset.group)) return !!row.dataset.alike;
    const seen = cells.filter((cell) => shown.has(cell.dataset.place));
    const own = seen.filter((cell) => !cell.classList.contains("law"));
    const law = seen.filter((cell) => cell.classList.contains("law") && (cell.dataset.group || own.length < 2));
    const answers = [...own, ...law].map((cell) => cell.dataset.group ?? (cell.querySelector(".val a") ? "words" : ""));
    return new Set(answers).size < 2;
  }

  // ----- One column as the measure of the others.

  function measure(aloud) {
    for (const tag of document.querySelectorAll(".cmp .tag")) tag.parentElement.remove();
    const place = boxes.find((box) => box.value === base?.value)?.id.slice(4);
    for (const cell of document.querySelectorAll(".cmp [data-place]")) cell.classList.toggle("baseline", cell.dataset.place === place);
    if (!place) return aloud && tell("unmeasured");
    const name = base.selectedOptions[0].dataset.inside;
    for (const head of document.querySelectorAll(`.cmp thead [data-place="${place}"]`)) head.append(label(say("measure", {})));
    const counts = { true: 0, false: 0 };
    for (const row of rows) {
      const cells = cellsOf(row);
      const group = cells.find((cell) => cell.dataset.place === place)?.dataset.group;
      for (const cell of group ? cells : []) {
        if (cell.dataset.place === place || !cell.dataset.group) continue;
        const like = cell.dataset.group === group;
        counts[like]++;
        cell.append(label(say((like ? "alike" : "other") + (row.closest(".text-t") ? "Text" : ""), { name })));
      }
    }
    if (aloud) tell("measured", { name, alike: counts.true, other: counts.false });
  }
  function label(text) {
    const line = document.createElement("p");
    line.className = "small muted";
    line.append(Object.assign(document.createElement("span"), { className: "tag", textContent: text }));
    return line;
  }

  // ----- From one difference to the next.

  function open() {
    return rows.filter((row) => row.id && !row.classList.contains("same") && row.getClientRects().length);
  }
  function arrive(row, at, total) {
    const head = row.querySelector("th");
    const [name, verdict] = [...head.querySelectorAll("p")].map((line) => line.textContent.trim());
    tell("arrived", { at, total, name, verdict });
    return head;
  }
  jumps(tools, open, arrive, tell);

  // ----- The address of a cell: one link, which stands in the cell that is pointed at or has the focus.

  const link = Object.assign(document.createElement("a"), { className: "perma at-cell" });
  link.dataset.copied = tools.dataset.copied;
  function point(event) {
    const cell = event.target.closest?.(".cmp td[id]");
    if (!cell || link.parentElement === cell) return;
    link.href = `#${cell.id}`;
    link.setAttribute("aria-label", say("link", { name: cell.parentElement.querySelector("th p").textContent, column: cell.dataset.column }));
    cell.append(link);
  }
  for (const event of ["pointerover", "focusin"]) document.addEventListener(event, point);

  // ----- All of it at work.

  for (const button of tools.querySelectorAll("[data-show]")) {
    button.addEventListener("click", () => {
      for (const box of boxes) box.checked = button.dataset.show === "all";
      choose();
    });
  }
  function choose() {
    judge();
    write();
    tell("columns", { shown: boxes.filter((box) => box.checked).length, all: boxes.length });
  }
  for (const box of boxes) box.addEventListener("change", choose);
  only?.addEventListener("change", write);
  base?.addEventListener("change", () => {
    measure(true);
    write();
  });
  for (const part of tools.querySelectorAll(".jump, .all")) part.hidden = false;
  read();
  judge();
  addEventListener("pageshow", judge); // a browser may put back what was chosen before
  if (base?.value) measure(false);
  // What a link led to may have been in a column or a row that the address hides: look again once it is known.
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}
