// Requests to the editor, one after the other, so that each carries the draft as the one before left it.

import { state } from "./parts.js";

const token = JSON.parse(document.body.getAttribute("hx-headers:inherited") || "{}");
let tail = Promise.resolve();

/** Do something when all that was asked before is done. */
export function inTurn(work) {
  const done = tail.then(work, work);
  tail = done.catch(() => {});
  return done;
}

/** Send a form. The answer has `ok`, `status`, `html`, and `to`, where it leads elsewhere; status 0: nobody answered. */
export function post(address, values) {
  return inTurn(() => send(address, { method: "POST", body: filled(values) }));
}

/** Ask for a part. */
export const get = (address) => send(address, {});

function filled(values) {
  const data = values instanceof FormData ? values : new FormData();
  if (data !== values) for (const [name, value] of Object.entries(values)) data.set(name, value);
  if (!data.has("kladde")) data.set("kladde", state().digest);
  return data;
}

async function send(address, options) {
  const seen = document.getElementById("vis-her");
  const headers = { "HX-Request": "true", ...token, ...(seen && !seen.hidden ? { "X-Vis": "ja" } : {}) };
  try {
    const answer = await fetch(address, { ...options, headers, credentials: "same-origin", redirect: "error" });
    return { ok: answer.ok, status: answer.status, to: answer.headers.get("HX-Redirect"), html: await answer.text() };
  } catch {
    return { ok: false, status: 0, to: null, html: "" };
  }
}
