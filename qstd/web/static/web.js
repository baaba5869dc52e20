// Focus after a swap, and what is said when the server does not answer. Every screen loads it; it needs no other script.
"use strict";

// A part that arrives with autofocus takes the focus: an error summary, a form that was asked for.
document.addEventListener("htmx:after:swap", () => {
  const wanted = document.querySelector("[data-focus], .errors[role=alert]");
  if (!wanted) return;
  wanted.removeAttribute("data-focus");
  wanted.focus();
});

const status = () => document.getElementById("status");

document.addEventListener("htmx:error", () => {
  const place = status();
  if (place) place.textContent = document.body.dataset.offline || "Ingen forbindelse. Det, du har skrevet, står her i vinduet.";
});
