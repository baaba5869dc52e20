// Pasting from Word and the like: the editor makes Markdown of it, which goes in as one step.

import { post } from "./server.js";
import { insert, insertBlock } from "./field.js";

const MOST_HTML = 1_000_000, MOST_TEXT = 1_500_000;
const FORMATTED = /<(?:table|ul|ol|li|b|strong|em|i|h[1-6]|a)[\s>]|mso-list|font-weight/i;
const BLOCK = /\n|^(?:[-+*#>|]|\d+[.)]) /;

export function pasting(area, base, words, say) {
  area.addEventListener("paste", async (event) => {
    const html = event.clipboardData.getData("text/html"), text = event.clipboardData.getData("text/plain");
    if (text.length > MOST_TEXT) {
      event.preventDefault();
      say(words.large);
      return;
    }
    if (!html || !(text.trim().includes("\n") || FORMATTED.test(html))) return; // the browser's own way is right
    event.preventDefault();
    say(words.pasting);
    const made = html.length > MOST_HTML ? null : await asMarkdown(base, html);
    put(area, made?.text || "", text);
    say(made?.text ? [words.pasted, ...made.notes].join(" ") : words.plain);
  });
}

async function asMarkdown(base, html) {
  const answer = await post(`${base}/indsat`, { html });
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(answer.html, "text/html");
  return { text: page.querySelector("pre").textContent, notes: [...page.querySelectorAll("p")].map((each) => each.textContent) };
}

function put(area, made, plain) {
  const text = made || plain.replace(/\r\n?/g, "\n");
  if (made && BLOCK.test(made)) insertBlock(area, made);
  else {
    const before = made ? plain.match(/^[ \u00a0]*/)[0] : "", after = made ? plain.match(/[ \u00a0]*$/)[0] : "";
    insert(area, area.selectionStart, area.selectionEnd, before.replace(/\u00a0/g, " ") + text + after.replace(/\u00a0/g, " "));
  }
}
