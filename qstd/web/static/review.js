// "Vis i kilden" and back: the passage is marked and scrolled to, with the focus on it. Links do most of it without script.
"use strict";

const fold = document.getElementById("kilden-fold");
const narrow = window.matchMedia("(max-width: 63.99rem)");
const back = document.createElement("a");
back.className = "back";
let came = null;

if (narrow.matches) fold.open = false;

const marked = (section) => {
  for (const each of document.querySelectorAll(".src .on")) each.classList.remove("on");
  if (section === undefined) return;
  for (const each of document.querySelectorAll(`.src [data-section="${CSS.escape(section)}"]`)) each.classList.add("on");
};

const shown = (link) => {
  const place = document.getElementById(link.dataset.show);
  if (!place) return false;
  came = link.closest("[id]");
  fold.open = true;
  const own = link.closest(".rec");
  marked(own ? own.dataset.section : undefined);
  if (!own) place.classList.add("on");
  back.textContent = fold.dataset.back;
  back.href = `#${came.id}`;
  fold.append(back);
  place.scrollIntoView({ block: "center" });
  place.focus({ preventScroll: true });
  return true;
};

const returned = () => {
  const link = came && came.querySelector("[data-show]");
  back.remove();
  if (!link) return;
  came.scrollIntoView({ block: "center" });
  link.focus({ preventScroll: true });
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link === back) {
    event.preventDefault();
    returned();
  } else if (link && link.dataset.show && shown(link)) {
    event.preventDefault();
  } else if (link && link.hasAttribute("data-next")) {
    const place = document.getElementById(link.hash.slice(1));
    if (!place) return;
    event.preventDefault();
    place.scrollIntoView({ block: "center" });
    (place.querySelector("select") || place).focus({ preventScroll: true });
  } else if (event.target.closest(".src [data-section]") && !link) {
    const own = event.target.closest("[data-section]").dataset.section;
    marked(own);
    document.getElementById(`afsnit-${own}`)?.scrollIntoView({ block: "center" });
  }
});

// Escape leads back from the source.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && back.isConnected) returned();
});
