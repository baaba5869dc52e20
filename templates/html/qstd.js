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

// Folded quotes are printed unfolded, also by browsers whose style sheets cannot do it.
window.addEventListener("beforeprint", () => {
  for (const quote of document.querySelectorAll("details.q:not([open])")) {
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
