// A file dragged onto the field, and a word while it is sent. Without script the field works on its own.
"use strict";

const form = document.getElementById("hent");
const place = document.getElementById("slip");
const field = document.getElementById("fil");

for (const name of ["dragenter", "dragover"]) {
  place.addEventListener(name, (event) => {
    event.preventDefault();
    place.classList.add("over");
  });
}
place.addEventListener("dragleave", () => place.classList.remove("over"));
place.addEventListener("drop", (event) => {
  event.preventDefault();
  place.classList.remove("over");
  if (event.dataTransfer.files.length) field.files = event.dataTransfer.files;
  field.focus();
});

form.addEventListener("submit", () => {
  document.getElementById("hent-status").textContent = form.dataset.sending;
});
